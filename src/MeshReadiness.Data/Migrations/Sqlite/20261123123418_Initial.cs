using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MeshReadiness.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Snapshots",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedByName = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TouchedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ProblemKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ProblemDetail = table.Column<string>(type: "TEXT", nullable: true),
                    PlaybookId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    PlaybookVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TenantName = table.Column<string>(type: "TEXT", nullable: true),
                    TenantType = table.Column<string>(type: "TEXT", nullable: true),
                    TenantCountry = table.Column<string>(type: "TEXT", nullable: true),
                    TenantDomain = table.Column<string>(type: "TEXT", nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    IsEmptied = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckResults",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TaskId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckResults", x => new { x.SnapshotId, x.TaskId });
                    table.ForeignKey(
                        name: "FK_CheckResults_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CurrentSnapshot",
                columns: table => new
                {
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CurrentSnapshot", x => x.Slot);
                    table.CheckConstraint("CK_CurrentSnapshot_Slot", "Slot = 1");
                    table.ForeignKey(
                        name: "FK_CurrentSnapshot_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExperienceCounts",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExperienceId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Ready = table.Column<int>(type: "INTEGER", nullable: false),
                    NotReady = table.Column<int>(type: "INTEGER", nullable: false),
                    Unknown = table.Column<int>(type: "INTEGER", nullable: false),
                    NotApplicable = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExperienceCounts", x => new { x.SnapshotId, x.ExperienceId });
                    table.ForeignKey(
                        name: "FK_ExperienceCounts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Footprints",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    UserType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    AccountEnabled = table.Column<bool>(type: "INTEGER", nullable: true),
                    Standings = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Best = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Footprints", x => new { x.SnapshotId, x.Key });
                    table.ForeignKey(
                        name: "FK_Footprints_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FootprintVerdicts",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExperienceId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Footprint = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReasonCodes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FootprintVerdicts", x => new { x.SnapshotId, x.ExperienceId, x.Footprint });
                    table.ForeignKey(
                        name: "FK_FootprintVerdicts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    IsMicrosoft365 = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssignedSkuIds = table.Column<string>(type: "TEXT", nullable: false),
                    LicenseProcessingState = table.Column<string>(type: "TEXT", nullable: true),
                    HasMembersWithLicenseErrors = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_Groups_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LicenceSets",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicenceSets", x => new { x.SnapshotId, x.Key });
                    table.ForeignKey(
                        name: "FK_LicenceSets_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LicenceSetSkus",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SkuId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LicenceSet = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicenceSetSkus", x => new { x.SnapshotId, x.LicenceSet, x.SkuId });
                    table.ForeignKey(
                        name: "FK_LicenceSetSkus_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamedLocations",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    IsTrusted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedLocations", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_NamedLocations_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserPrincipalName = table.Column<string>(type: "TEXT", nullable: true),
                    Mail = table.Column<string>(type: "TEXT", nullable: true),
                    AccountEnabled = table.Column<bool>(type: "INTEGER", nullable: true),
                    UserType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Invitation = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    UsageLocation = table.Column<string>(type: "TEXT", nullable: true),
                    Department = table.Column<string>(type: "TEXT", nullable: true),
                    JobTitle = table.Column<string>(type: "TEXT", nullable: true),
                    OfficeLocation = table.Column<string>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Footprint = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    LicenceSet = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    IsNameless = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => new { x.SnapshotId, x.Id });
                    table.ForeignKey(
                        name: "FK_People_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Policies",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    GroupIds = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Policies", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_Policies_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReasonCounts",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExperienceId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReasonCounts", x => new { x.SnapshotId, x.ExperienceId, x.Code });
                    table.ForeignKey(
                        name: "FK_ReasonCounts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Ready = table.Column<int>(type: "INTEGER", nullable: false),
                    NotReady = table.Column<int>(type: "INTEGER", nullable: false),
                    Unknown = table.Column<int>(type: "INTEGER", nullable: false),
                    NotApplicable = table.Column<int>(type: "INTEGER", nullable: false),
                    LicensedWithoutUsageLocation = table.Column<int>(type: "INTEGER", nullable: false),
                    WithLicenceErrors = table.Column<int>(type: "INTEGER", nullable: false),
                    PendingGuests = table.Column<int>(type: "INTEGER", nullable: false),
                    LicensedByGroup = table.Column<int>(type: "INTEGER", nullable: false),
                    LicensedDirectlyOnly = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.SnapshotId);
                    table.ForeignKey(
                        name: "FK_Reports_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SnapshotReadings",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ProblemKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ProblemDetail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotReadings", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_SnapshotReadings_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubscribedSkus",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    SkuId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SkuPartNumber = table.Column<string>(type: "TEXT", nullable: false),
                    CapabilityStatus = table.Column<string>(type: "TEXT", nullable: false),
                    ConsumedUnits = table.Column<int>(type: "INTEGER", nullable: false),
                    Enabled = table.Column<int>(type: "INTEGER", nullable: false),
                    Warning = table.Column<int>(type: "INTEGER", nullable: false),
                    Suspended = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedOut = table.Column<int>(type: "INTEGER", nullable: false),
                    ServicePlans = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscribedSkus", x => new { x.SnapshotId, x.Position });
                    table.ForeignKey(
                        name: "FK_SubscribedSkus_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TenantParts",
                columns: table => new
                {
                    SnapshotId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ProblemKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ProblemDetail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenantParts", x => new { x.SnapshotId, x.Topic });
                    table.ForeignKey(
                        name: "FK_TenantParts_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CurrentSnapshot_SnapshotId",
                table: "CurrentSnapshot",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceSetSkus_SnapshotId_SkuId_LicenceSet",
                table: "LicenceSetSkus",
                columns: new[] { "SnapshotId", "SkuId", "LicenceSet" });

            migrationBuilder.CreateIndex(
                name: "IX_People_SnapshotId_IsNameless_SortName_Id_Footprint",
                table: "People",
                columns: new[] { "SnapshotId", "IsNameless", "SortName", "Id", "Footprint" });

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_StartedAt",
                table: "Snapshots",
                column: "StartedAt");

            // The audit record only grows; the database itself sees to it.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_AppendOnly" BEFORE UPDATE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'The audit record only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_NeverRemoved" BEFORE DELETE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'The audit record only grows.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CheckResults");

            migrationBuilder.DropTable(
                name: "CurrentSnapshot");

            migrationBuilder.DropTable(
                name: "ExperienceCounts");

            migrationBuilder.DropTable(
                name: "Footprints");

            migrationBuilder.DropTable(
                name: "FootprintVerdicts");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "LicenceSets");

            migrationBuilder.DropTable(
                name: "LicenceSetSkus");

            migrationBuilder.DropTable(
                name: "NamedLocations");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Policies");

            migrationBuilder.DropTable(
                name: "ReasonCounts");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "SnapshotReadings");

            migrationBuilder.DropTable(
                name: "SubscribedSkus");

            migrationBuilder.DropTable(
                name: "TenantParts");

            migrationBuilder.DropTable(
                name: "Snapshots");
        }
    }
}
