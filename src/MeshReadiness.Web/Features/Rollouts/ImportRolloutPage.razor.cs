using System.Text;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Takes in a rollout from a file.</summary>
public sealed partial class ImportRolloutPage(RolloutCopies copies, UndoOffers offers, NavigationManager navigation)
{
    private IBrowserFile? _file;
    private Problem? _problem;
    private bool _isBusy;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private void Choose(InputFileChangeEventArgs chosen) => (_file, _problem) = (chosen.File, null);

    private async Task SubmitAsync()
    {
        if (_file is null || _isBusy)
        {
            return;
        }

        if (_file.Size > RolloutCopies.LargestFile)
        {
            _problem = new(ProblemKind.Invalid, $"{_file.Name} has {_file.Size / 1024 / 1024} MB; up to {RolloutCopies.LargestFile / 1024 / 1024} MB can be taken in.");
            return;
        }

        _isBusy = true;

        try
        {
            await using var stream = _file.OpenReadStream(RolloutCopies.LargestFile);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var taken = await copies.TakeInAsync(await reader.ReadToEndAsync(), (await Authentication).User.ToActor(), CancellationToken.None);

            if (taken.TryGet(out var rollout))
            {
                offers.Say(new($"{rollout.Name}: imported.", null));
                navigation.NavigateTo(new RolloutLinks(rollout.Id).Overview);
                return;
            }

            _problem = taken.Problem;
        }
        catch (IOException)
        {
            _problem = new(ProblemKind.Unavailable, $"{_file.Name} didn't arrive in full. Choose it again.");
        }
        finally
        {
            _isBusy = false;
        }
    }
}
