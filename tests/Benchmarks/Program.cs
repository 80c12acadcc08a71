using System.CommandLine;
using MeshReadiness.Benchmarks;

var people = new Option<int>("--people") { Description = "How many people the tenant has.", DefaultValueFactory = _ => 20_000 };
var rounds = new Option<int>("--rounds") { Description = "How often each way is measured; the median counts.", DefaultValueFactory = _ => 3 };
var read = new Command("read", "Compare ways of reading all people of a tenant.") { people, rounds };
read.SetAction((parsed, cancellationToken) => ReadBenchmark.RunAsync(parsed.GetValue(people), parsed.GetValue(rounds), cancellationToken));

return await new RootCommand("Ratios within one run: every way reads the same tenant in the same process.") { read }.Parse(args).InvokeAsync();
