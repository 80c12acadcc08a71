using System.CommandLine;
using MeshReadiness.Cli;

var root = new RootCommand("Tells from a terminal who in an organisation can use Microsoft Mesh, and why not. Reads only.")
{
    AssessCommand.Create(),
    EligibilityCommand.Create(),
    ConditionalAccessCommand.Create(),
    AuditCommand.Create(),
};

// An argument that begins with @ is a text like any other, for example a rule, and no file of further arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    return ExitCodes.Wrong;
}

return await parsed.InvokeAsync();
