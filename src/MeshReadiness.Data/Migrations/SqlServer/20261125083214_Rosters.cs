using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MeshReadiness.Data.Migrations.SqlServer
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
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserPrincipalName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Mail = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ProfileId = table.Column<int>(type: "int", nullable: false),
                    DepartmentId = table.Column<int>(type: "int", nullable: true),
                    JobTitleId = table.Column<int>(type: "int", nullable: true),
                    OfficeLocationId = table.Column<int>(type: "int", nullable: true),
                    CountryId = table.Column<int>(type: "int", nullable: true),
                    UsageLocationId = table.Column<int>(type: "int", nullable: true),
                    SortName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2")
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
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BaseId",
                table: "Snapshots",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Calls",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "CancelRequested",
                table: "Snapshots",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Changed",
                table: "Snapshots",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstKey",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "GroupsMark",
                table: "Snapshots",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Snapshots",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "KindBecause",
                table: "Snapshots",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Snapshots",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Removed",
                table: "Snapshots",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Retries",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Roster",
                table: "Snapshots",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Throttled",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Units",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "UsersMark",
                table: "Snapshots",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "Waited",
                table: "Snapshots",
                type: "time",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.CreateTable(
                name: "GroupCounts",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Dimension = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LabelId = table.Column<int>(type: "int", nullable: false),
                    Footprint = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    People = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupCounts", x => new { x.SnapshotId, x.Dimension, x.LabelId, x.Footprint });
                    table.ForeignKey(
                        name: "FK_GroupCounts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupVerdicts",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Dimension = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExperienceId = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ready = table.Column<int>(type: "int", nullable: false),
                    NotReady = table.Column<int>(type: "int", nullable: false),
                    Unknown = table.Column<int>(type: "int", nullable: false),
                    NotApplicable = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holdings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HoldingsSkus",
                columns: table => new
                {
                    HoldingsId = table.Column<int>(type: "int", nullable: false),
                    SkuId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoldingsSkus", x => new { x.SkuId, x.HoldingsId });
                });

            migrationBuilder.CreateTable(
                name: "Labels",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Labels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleById",
                columns: table => new
                {
                    Roster = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleById", x => new { x.Roster, x.Id, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PeopleByName",
                columns: table => new
                {
                    Roster = table.Column<int>(type: "int", nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ProfileId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleByName", x => new { x.Roster, x.SortName, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PeopleWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleWords", x => new { x.Word, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    HoldingsId = table.Column<int>(type: "int", nullable: false),
                    UserType = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AccountEnabled = table.Column<bool>(type: "bit", nullable: true),
                    Invitation = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HasUsageLocation = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanCheckpoints",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Link = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    NextKey = table.Column<long>(type: "bigint", nullable: false),
                    IndexedTo = table.Column<long>(type: "bigint", nullable: false),
                    PeopleExpected = table.Column<int>(type: "int", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SnapshotProfiles",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProfileId = table.Column<int>(type: "int", nullable: false),
                    Footprint = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    People = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotProfiles", x => new { x.SnapshotId, x.ProfileId });
                    table.ForeignKey(
                        name: "FK_SnapshotProfiles_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Snapshots so far become history: their people were stored in another shape, and the next scan reads them anew.
            // As text, because the columns are not there yet when the batch is read.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE "Snapshots" SET "Number" = (SELECT COUNT(*) FROM "Snapshots" AS "earlier" WHERE "earlier"."StartedAt" < "Snapshots"."StartedAt" OR ("earlier"."StartedAt" = "Snapshots"."StartedAt" AND "earlier"."Id" <= "Snapshots"."Id")), "Kind" = ''Full'', "IsEmptied" = 1, "State" = CASE WHEN "State" = ''Running'' THEN ''Failed'' ELSE "State" END');
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
                name: "IX_PeopleWords_Key",
                table: "PeopleWords",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_HoldingsId",
                table: "Profiles",
                column: "HoldingsId");

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotProfiles_SnapshotId_Footprint",
                table: "SnapshotProfiles",
                columns: new[] { "SnapshotId", "Footprint" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("What people hold is stored in another shape since; go back with a copy of the database.");
    }
}
