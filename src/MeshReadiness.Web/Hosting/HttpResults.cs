using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Web.Hosting;

/// <summary>The one map from a result to an HTTP answer.</summary>
internal static class HttpResults
{
    public static IResult ToHttp<T>(this Result<T> result) =>
        result.TryGet(out var value) ? Results.Ok(value) : result.Problem.ToHttp();

    public static IResult ToHttp(this Problem problem) => Results.Problem(
        detail: problem.Detail,
        title: Title(problem.Kind),
        statusCode: Status(problem.Kind),
        extensions: new Dictionary<string, object?> { ["kind"] = problem.Kind });

    private static int Status(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict or ProblemKind.Cancelled => StatusCodes.Status409Conflict,
        ProblemKind.TooOften => StatusCodes.Status429TooManyRequests,
        ProblemKind.Throttled or ProblemKind.Unavailable or ProblemKind.Storage => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };

    private static string Title(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => "The request can't be used",
        ProblemKind.NotFound => "There is no such thing",
        ProblemKind.Conflict or ProblemKind.Cancelled => "Something changed in the meantime",
        ProblemKind.TooOften => "Too many requests in a short time",
        ProblemKind.Storage => "The database can't be used",
        _ => "Microsoft Graph could not answer",
    };
}
