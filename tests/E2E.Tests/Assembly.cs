using MeshReadiness.E2E.Tests.Given;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
// Every class starts two programs of its own; more of them at once only make each other slow.
[assembly: Parallelization(MaxThreads = 2)]
