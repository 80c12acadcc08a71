using System.CommandLine;
using MeshReadiness.Benchmarks.Chaos;
using MeshReadiness.Benchmarks.ConditionalAccess;
using MeshReadiness.Benchmarks.Lookups;
using MeshReadiness.Benchmarks.Pages;
using MeshReadiness.Benchmarks.Scanning;

return await new RootCommand("Measures the product and tries to break it, with the sample tenant in place of a real one.")
{
    ScanCommand.Create(),
    LookupsCommand.Create(),
    PagesCommand.Create(),
    PoliciesCommand.Create(),
    ChaosCommand.Create(),
    MeasureCommand.Create(),
    ScanChildCommand.Create(),
    LookupsCommand.CreateChild(),
    HoldLockCommand.Create(),
}.Parse(args).InvokeAsync();
