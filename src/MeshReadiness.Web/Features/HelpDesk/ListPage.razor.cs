using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Looks up whom a list names, and what works for them. The list stays with the visitor; only how long it was is kept.</summary>
public sealed partial class ListPage(ListLookup lookup, Playbook playbook, Browser browser)
{
    private const string Field = "#people";

    private ListAnswer? _answer;
    private Problem? _problem;
    private bool _isBusy;
    private int _round;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private Playbook Playbook => playbook;

    private async Task LookUpAsync()
    {
        string text;

        try
        {
            // A letter may take four bytes.
            text = await browser.TextAsync(Field, 4L * ListedLines.Longest);
        }
        catch (ArgumentOutOfRangeException)
        {
            _problem = new(ProblemKind.Invalid, $"The list has more than {Format.Number(ListedLines.Longest)} characters. Give it in parts.");
            return;
        }

        await AnswerAsync(ListedLines.Read(text));
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        var file = chosen.File;

        if (file.Size > ListedFile.Largest)
        {
            _problem = new(ProblemKind.Invalid, $"{file.Name} has {Format.Bytes(file.Size)}; up to {Format.Bytes(ListedFile.Largest)} can be read. Give the list in parts.");
            return;
        }

        using var content = new MemoryStream();

        try
        {
            await using var stream = file.OpenReadStream(ListedFile.Largest);
            await stream.CopyToAsync(content);
        }
        catch (IOException)
        {
            _problem = new(ProblemKind.Unavailable, $"{file.Name} didn't arrive in full. Choose it again.");
            return;
        }

        await AnswerAsync(ListedFile.Read(file.Name, content.ToArray()));
    }

    private async Task AnswerAsync(Result<ImmutableArray<string>> read)
    {
        if (!read.TryGet(out var lines))
        {
            _problem = read.Problem;
            return;
        }

        (_isBusy, _problem) = (true, null);

        try
        {
            var found = await lookup.FindAsync(lines, (await Authentication).User.ToActor(), CancellationToken.None);
            (_answer, _problem) = found.TryGet(out var answer) ? (answer, null) : (_answer, found.Problem);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task ClearAsync()
    {
        (_answer, _problem) = (null, null);
        _round++;
        await browser.ClearAsync(Field);
    }

    private Task DownloadAsync() => browser.DownloadAsync(ListSheet.Name, Csv.Write(ListSheet.Columns(playbook), ListSheet.Rows(_answer!, playbook)));
}
