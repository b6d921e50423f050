using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Findings_State",
                table: "Findings");

            migrationBuilder.AddColumn<string>(
                name: "MemoryKey",
                table: "Findings",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Findings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "Findings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Findings_MemoryKey",
                table: "Findings",
                column: "MemoryKey");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_State_Score",
                table: "Findings",
                columns: new[] { "State", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_UnitId",
                table: "Findings",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Findings_MemoryKey",
                table: "Findings");

            migrationBuilder.DropIndex(
                name: "IX_Findings_State_Score",
                table: "Findings");

            migrationBuilder.DropIndex(
                name: "IX_Findings_UnitId",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "MemoryKey",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "Findings");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_State",
                table: "Findings",
                column: "State");
        }
    }
}
