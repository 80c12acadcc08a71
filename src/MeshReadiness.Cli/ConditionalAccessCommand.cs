using System.CommandLine;

namespace MeshReadiness.Cli;

/// <summary><c>meshready ca</c>: judges sign-ins and device filters by Conditional Access policies in files.</summary>
internal static class ConditionalAccessCommand
{
    public static Command Create() => new("ca", "Judge sign-ins and device filters by Conditional Access policies.")
    {
        SignInCommand.Create(),
        FilterCommand.Create(),
    };
}
