using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MeshReadiness.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rosters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserPrincipalName = table.Column<string>(type: "TEXT", nullable: true),
                    Mail = table.Column<string>(type: "TEXT", nullable: true),
                    ProfileId = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    JobTitleId = table.Column<int>(type: "INTEGER", nullable: true),
                    OfficeLocationId = table.Column<int>(type: "INTEGER", nullable: true),
                    CountryId = table.Column<int>(type: "INTEGER", nullable: true),
                    UsageLocationId = table.Column<int>(type: "INTEGER", nullable: true),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_People_Until",
                table: "People",
                column: "Until",
                filter: "\"Until\" < 2147483647");

            migrationBuilder.DropTable(
                name: "LicenceSets");

            migrationBuilder.DropTable(
                name: "LicenceSetSkus");

            migrationBuilder.AddColumn<int>(
                name: "Added",
                table: "Snapshots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BaseId",
                table: "Snapshots",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Calls",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "CancelRequested",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Changed",
                table: "Snapshots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstKey",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "GroupsMark",
                table: "Snapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Snapshots",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "KindBecause",
                table: "Snapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Removed",
                table: "Snapshots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Retries",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Roster",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Throttled",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Units",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "UsersMark",
                table: "Snapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "Waited",
                table: "Snapshots",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            // Without row numbers the key is the table, which halves what is written.
            migrationBuilder.Sql(
                """
                CREATE TABLE "GroupCounts" (
                    "SnapshotId" BLOB NOT NULL,
                    "Dimension" TEXT NOT NULL,
                    "LabelId" INTEGER NOT NULL,
                    "Footprint" TEXT NOT NULL,
                    "People" INTEGER NOT NULL,
                    CONSTRAINT "PK_GroupCounts" PRIMARY KEY ("SnapshotId", "Dimension", "LabelId", "Footprint"),
                    CONSTRAINT "FK_GroupCounts_Snapshots_SnapshotId" FOREIGN KEY ("SnapshotId") REFERENCES "Snapshots" ("Id") ON DELETE RESTRICT
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "GroupVerdicts",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    ExperienceId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Ready = table.Column<int>(type: "INTEGER", nullable: false),
                    NotReady = table.Column<int>(type: "INTEGER", nullable: false),
                    Unknown = table.Column<int>(type: "INTEGER", nullable: false),
                    NotApplicable = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupVerdicts", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_GroupVerdicts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Holdings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holdings", x => x.Id);
                });

            // Without row numbers the key is the table, which halves what is written.
            migrationBuilder.Sql(
                """
                CREATE TABLE "HoldingsSkus" (
                    "HoldingsId" INTEGER NOT NULL,
                    "SkuId" BLOB NOT NULL,
                    CONSTRAINT "PK_HoldingsSkus" PRIMARY KEY ("SkuId", "HoldingsId")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Labels",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Labels", x => x.Id);
                });

            // Without row numbers the key is the table, which halves what is written.
            migrationBuilder.Sql(
                """
                CREATE TABLE "PeopleById" (
                    "Roster" INTEGER NOT NULL,
                    "Id" TEXT NOT NULL,
                    "Key" INTEGER NOT NULL,
                    CONSTRAINT "PK_PeopleById" PRIMARY KEY ("Roster", "Id", "Key")
                ) WITHOUT ROWID;
                """);

            // Without row numbers the key is the table, which halves what is written.
            migrationBuilder.Sql(
                """
                CREATE TABLE "PeopleByName" (
                    "Roster" INTEGER NOT NULL,
                    "SortName" TEXT NOT NULL,
                    "Key" INTEGER NOT NULL,
                    "ProfileId" INTEGER NOT NULL,
                    CONSTRAINT "PK_PeopleByName" PRIMARY KEY ("Roster", "SortName", "Key")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    HoldingsId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    AccountEnabled = table.Column<bool>(type: "INTEGER", nullable: true),
                    Invitation = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    HasUsageLocation = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanCheckpoints",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    NextKey = table.Column<long>(type: "INTEGER", nullable: false),
                    IndexedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    PeopleExpected = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanCheckpoints", x => x.SnapshotId);
                    table.ForeignKey(
                        name: "FK_ScanCheckpoints_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Without row numbers the key is the table, which halves what is written.
            migrationBuilder.Sql(
                """
                CREATE TABLE "SnapshotProfiles" (
                    "SnapshotId" BLOB NOT NULL,
                    "ProfileId" INTEGER NOT NULL,
                    "Footprint" TEXT NOT NULL,
                    "People" INTEGER NOT NULL,
                    CONSTRAINT "PK_SnapshotProfiles" PRIMARY KEY ("SnapshotId", "ProfileId"),
                    CONSTRAINT "FK_SnapshotProfiles_Snapshots_SnapshotId" FOREIGN KEY ("SnapshotId") REFERENCES "Snapshots" ("Id") ON DELETE RESTRICT
                ) WITHOUT ROWID;
                """);

            // Snapshots so far become history: their people were stored in another shape, and the next scan reads them anew.
            migrationBuilder.Sql(
                """
                UPDATE "Snapshots" SET
                    "Number" = (SELECT COUNT(*) FROM "Snapshots" AS "earlier" WHERE "earlier"."StartedAt" < "Snapshots"."StartedAt"
                        OR ("earlier"."StartedAt" = "Snapshots"."StartedAt" AND "earlier"."Id" <= "Snapshots"."Id")),
                    "Kind" = 'Full', "IsEmptied" = 1,
                    "State" = CASE WHEN "State" = 'Running' THEN 'Failed' ELSE "State" END;
                DELETE FROM "CurrentSnapshot";
                DELETE FROM "FootprintVerdicts";
                DELETE FROM "Footprints";
                DELETE FROM "SubscribedSkus";
                DELETE FROM "Groups";
                DELETE FROM "Policies";
                DELETE FROM "NamedLocations";
                DELETE FROM "TenantParts";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_Number",
                table: "Snapshots",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_Hash",
                table: "Holdings",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Labels_Text",
                table: "Labels",
                column: "Text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_HoldingsId",
                table: "Profiles",
                column: "HoldingsId");

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotProfiles_SnapshotId_Footprint",
                table: "SnapshotProfiles",
                columns: new[] { "SnapshotId", "Footprint" });

            migrationBuilder.Sql(SqliteBulkTables.CreateWords);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("What people hold is stored in another shape since; go back with a copy of the database.");
    }
}
