namespace MeshReadiness.Data;

/// <summary>How long texts may be that are compared or indexed. Everything that people write has no limit.</summary>
internal static class Lengths
{
    public const int Id = 64;
    public const int Code = 128;
    public const int Footprint = 128;
    public const int Hash = 32;
    public const int SortName = 128;
    public const int Label = 256;
    public const int Word = 128;
}
