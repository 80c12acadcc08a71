using MeshReadiness.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A wrong setting is named by its key, with an example.</summary>
public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData(
        "Set Database:ConnectionString, for example Server=sql.example.org;Database=MeshReadiness;Authentication=Active Directory Default, because Database:Provider is SqlServer.",
        "Provider=SqlServer")]
    [InlineData("Database:ConnectionString can't be read as a connection string for SqlServer.", "Provider=SqlServer", "ConnectionString=Sever=x;Pasword=hush")]
    [InlineData("Database:ConnectionString can't be read as a connection string for Sqlite.", "ConnectionString=not a connection string")]
    [InlineData("Set Database:Folder, for example data", "Folder= ")]
    [InlineData("Set Database:BusyTimeoutSeconds to a number from 1 to 600", "BusyTimeoutSeconds=0")]
    public void Wrong_settings_are_named(string words, params string[] settings)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_has_to_be_set()
    {
        var options = Read([]);

        Assert.Equal((DatabaseProvider.Sqlite, "data"), (options.Provider, options.Folder));
    }

    [Fact]
    public void The_name_of_a_server_in_a_sentence_gives_no_secret_away()
    {
        var location = new DatabaseLocation(Options.Create(new DatabaseOptions
        {
            Provider = DatabaseProvider.SqlServer,
            ConnectionString = "Server=sql.example.org;Database=Mesh;User ID=me;Password=hush",
        }));

        Assert.Equal("The database Mesh on sql.example.org", location.Name);
    }

    private static DatabaseOptions Read(string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => "Database:" + pair[0], pair => (string?)pair[1]);
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build())
            .AddMeshReadinessData()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
    }
}
