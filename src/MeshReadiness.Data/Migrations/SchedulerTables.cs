using Microsoft.EntityFrameworkCore.Migrations;

namespace MeshReadiness.Data.Migrations;

/// <summary>
/// The tables of the scheduler, which are Quartz's and no part of our model. The script beside each provider's
/// migrations is Quartz's own, so that an upgrade of Quartz can be compared with it.
/// </summary>
internal static class SchedulerTables
{
    private const string BetweenStatements = "--;;";

    // The order in which their foreign keys let them go.
    private static readonly string[] Names =
    [
        "FIRED_TRIGGERS", "SIMPLE_TRIGGERS", "SIMPROP_TRIGGERS", "CRON_TRIGGERS", "BLOB_TRIGGERS", "TRIGGERS", "JOB_DETAILS", "CALENDARS",
        "PAUSED_TRIGGER_GRPS", "PAUSED_JOB_GRPS", "SCHEDULER_STATE", "LOCKS",
    ];

    public static void Create(MigrationBuilder migration, string provider)
    {
        using var stream = typeof(SchedulerTables).Assembly.GetManifestResourceStream($"MeshReadiness.Data.Migrations.{provider}.Scheduler.sql")!;
        using var reader = new StreamReader(stream);

        foreach (var statement in reader.ReadToEnd().ReplaceLineEndings("\n").Split($"{BetweenStatements}\n").Skip(1))
        {
            migration.Sql(statement.Trim());
        }
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var name in Names)
        {
            migration.DropTable($"QRTZ_{name}");
        }
    }
}
