using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace MeshReadiness.Web.Tests.Hosting;

/// <summary>What is open to everybody who can reach it must be reachable from this machine only.</summary>
public sealed class LoopbackGuardTests
{
    [Theory]
    [InlineData("urls", "http://localhost:5080")]
    [InlineData("urls", "http://LOCALHOST:5080;https://127.0.0.1:5443")]
    [InlineData("urls", "http://127.8.9.1:80")]
    [InlineData("urls", "http://[::1]:5080")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://127.0.0.1:0")]
    [InlineData("Nothing", "is set")]
    public void An_address_of_this_machine_is_fine(string setting, string value) => Check(setting, value);

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://192.168.1.20:5080")]
    [InlineData("urls", "http://portal.contoso.example")]
    [InlineData("urls", "http://localhost.contoso.example:5080")]
    [InlineData("urls", "http://localhost:5080;http://0.0.0.0:5081")]
    [InlineData("urls", "no address at all")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://0.0.0.0:5080")]
    public void An_address_that_others_can_reach_is_refused_by_the_settings_name(string setting, string value)
    {
        var problem = Assert.Throws<StartupProblem>(() => Check(setting, value));

        Assert.Contains("SignIn:Mode is Local", problem.Message, StringComparison.Ordinal);
        Assert.Contains(setting, problem.Message, StringComparison.Ordinal);
        Assert.Contains("SignIn:Mode=Entra", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Outside_development_no_address_is_good_enough(string environment)
    {
        var problem = Assert.Throws<StartupProblem>(() =>
            LoopbackGuard.Check(Settings("urls", "http://localhost:5080"), new Surroundings(environment), "Tenant:Source", "Sample"));

        Assert.Contains($"this is {environment}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Tenant:Source=Graph", problem.Message, StringComparison.Ordinal);
    }

    private static void Check(string setting, string value) =>
        LoopbackGuard.Check(Settings(setting, value), new Surroundings(Environments.Development), "SignIn:Mode", "Local");

    private static IConfiguration Settings(string setting, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "MeshReadiness.Web";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
