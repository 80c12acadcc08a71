namespace MeshReadiness.Playbooks.Reading;

/// <summary>Ends the reading of a file at the first rule that it breaks. Never leaves this project: it becomes a problem.</summary>
internal sealed class BrokenFileException(int line, string path, string rule) : Exception($"{path} {rule}")
{
    public int Line => line;
}
