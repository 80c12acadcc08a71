using System.CommandLine;

namespace MeshReadiness.Cli;

/// <summary><c>meshready ca</c>: reads Conditional Access policies in files, judges sign-ins and device filters by them, and tells what is wrong with them.</summary>
internal static class ConditionalAccessCommand
{
    public static Command Create() => new("ca", "Judge sign-ins and device filters by Conditional Access policies, and inspect policies.")
    {
        SignInCommand.Create(),
        FilterCommand.Create(),
        InspectCommand.Create(),
    };
}
