using System.Text;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Rollouts as files, for programs and for the page's links.</summary>
internal static class RolloutCopyEndpoints
{
    private static readonly Problem TooLarge = new(
        ProblemKind.Invalid, $"The file is larger than {RolloutCopies.LargestFile / 1024 / 1024} MB. Give the file that Export on the page Rollout makes.");

    public static void MapRolloutCopies(this RouteGroupBuilder api)
    {
        var rollouts = api.MapGroup("/rollouts").RequireAuthorization(Policies.Administer).WithTags("Rollout");
        rollouts.MapGet("/{id:guid}/export", ExportAsync).Produces<RolloutFile>().ProducesProblem(StatusCodes.Status404NotFound);
        rollouts.MapPost("/import", ImportAsync).Accepts<RolloutFile>("application/json").Produces<Rollout>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ExportAsync(Guid id, RolloutCopies copies, CancellationToken cancellationToken) =>
        (await copies.TakeOutAsync(id, cancellationToken)) is var taken && taken.TryGet(out var file)
            ? Results.File(Encoding.UTF8.GetBytes(file.Write()), "application/json", $"rollout-{id}.json")
            : taken.Problem.ToHttp();

    private static async Task<IResult> ImportAsync(HttpContext context, RolloutCopies copies, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > RolloutCopies.LargestFile)
        {
            return TooLarge.ToHttp();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = RolloutCopies.LargestFile;
        }

        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var taken = await copies.TakeInAsync(await reader.ReadToEndAsync(cancellationToken), context.User.ToActor(), cancellationToken);
            return taken.TryGet(out var rollout) ? Results.Created($"/api/v1/rollouts/{rollout.Id}", rollout) : taken.Problem.ToHttp();
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge.ToHttp();
        }
    }
}
