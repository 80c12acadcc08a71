using System.CommandLine;
using MeshReadiness.Benchmarks.Scanning;

return await new RootCommand("Measures the product and tries to break it, with the sample tenant in place of a real one.")
{
    ScanCommand.Create(),
    MeasureCommand.Create(),
}.Parse(args).InvokeAsync();
