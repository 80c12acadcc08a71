using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MeshReadiness.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansCheckpoint : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "SkuId",
                table: "ScanCheckpoints",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SkuId",
                table: "ScanCheckpoints");
        }
    }
}
