using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Model, migrations and the script for SQL Server say the same.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_sqlite_migrations_are_complete()
    {
        using var folder = new TestFolder();
        using var db = TestDatabase.Sqlite(folder.Path).Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/add-migration NAME.");
    }

    [Fact]
    public void The_sql_server_migrations_are_complete()
    {
        using var db = TestDatabase.SqlServerOnPaper().Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/add-migration NAME.");
    }

    [Fact]
    public void The_whole_sql_server_script_is_valid()
    {
        Assert.Empty(Tsql.ErrorsIn(Script()));
    }

    [Theory]
    [InlineData("CREATE TABLE", "CREATE TABEL")]
    [InlineData("BEGIN", "BEGINN")]
    [InlineData("[People] (", "[People] ")]
    public void The_check_of_the_script_can_fail(string right, string wrong)
    {
        Assert.NotEmpty(Tsql.ErrorsIn(Script().Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Statements_inside_the_script_that_run_as_text_are_valid_too()
    {
        var texts = Tsql.TextsExecutedIn(Script()).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Empty(Tsql.ErrorsIn(text)));
    }

    [Fact]
    public void The_script_in_deploy_is_the_one_that_the_migrations_give()
    {
        var stored = File.ReadAllText(Path.Combine(Repository(), "deploy", "sql-server.sql"));

        Assert.True(stored.ReplaceLineEndings("\n").Trim() == Script().ReplaceLineEndings("\n").Trim(), "Run scripts/sql-server-script.");
    }

    private static string Script()
    {
        using var db = TestDatabase.SqlServerOnPaper().Open();
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static string Repository([CallerFilePath] string thisFile = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(thisFile) })
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "MeshReadiness.sln")))
                {
                    return folder;
                }
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
