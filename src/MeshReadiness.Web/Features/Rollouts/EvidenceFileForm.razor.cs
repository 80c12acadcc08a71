using MeshReadiness.Core.Files;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Takes a file from the browser, shows what it is and says, and hands it in once the visitor has seen that.</summary>
public sealed partial class EvidenceFileForm(EvidenceIntake intake) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private FiledEvidence? _file;
    private Result<ImportReading>? _reading;
    private Problem? _problem;
    private TaskWork? _seen;
    private SaveOutcome? _outcome;
    private string _name = "";
    private int? _percent;
    private int _round;

    /// <summary>The task.</summary>
    [Parameter, EditorRequired] public required RolloutTask Task { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<TaskWish, Task<Result<TaskChange>>> Save { get; set; }

    private ImportGuide? Guide => Task.Task.Import is { } import ? ImportGuide.All[import.Kind] : null;

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        (_problem, _name, _seen) = (null, FileCheck.CleanName(chosen.File.Name), Task.Work);
        var content = chosen.File.Size > FileCheck.Largest ? FileCheck.TooLarge(_name, chosen.File.Size) : await ReadAsync(chosen.File);
        var accepted = content.TryGet(out var bytes) ? intake.Accept(_name, bytes) : content.Problem;

        if (!accepted.TryGet(out _file))
        {
            // The field forgets its file, so that the same one can be chosen again.
            (_problem, _round) = (accepted.Problem, _round + 1);
            return;
        }

        // A picture or a contract beside the export is a file like any other.
        _reading = Guide is not null && PlainText.Read(_file.Content) is not null ? await intake.ReadAsync(Task.Task, _file, _left.Token) : null;
    }

    private async Task<Result<byte[]>> ReadAsync(IBrowserFile file)
    {
        try
        {
            var content = new byte[file.Size];
            await using var stream = file.OpenReadStream(FileCheck.Largest, _left.Token);

            for (var read = 0; read < content.Length;)
            {
                var more = await stream.ReadAsync(content.AsMemory(read), _left.Token);

                if (more == 0)
                {
                    return Broken(file);
                }

                read += more;
                Show((int)(100L * read / content.Length));
            }

            return content;
        }
        catch (Exception error) when (error is IOException or JSException or TimeoutException)
        {
            return Broken(file);
        }
        finally
        {
            _percent = null;
        }
    }

    private void Show(int percent)
    {
        if (percent != _percent)
        {
            _percent = percent;
            StateHasChanged();
        }
    }

    private Task HandInAsync(ImportReading? reading) => _outcome!.TryAsync(EvidenceIntake.HandIn(Task.Task, _seen ?? Task.Work, _file!, reading));

    private void Forget() => (_file, _reading, _problem, _seen, _round) = (null, null, null, null, _round + 1);

    private static Problem Broken(IBrowserFile file) => new(ProblemKind.Unavailable, $"{file.Name} didn't arrive in full. Choose it again.");

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
