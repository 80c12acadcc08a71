using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MeshReadiness.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PlansCheckpoint : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SkuId",
                table: "ScanCheckpoints",
                type: "uniqueidentifier",
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
