using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Honorees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HonoreeAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HonoreeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HonoreeAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HonoreeAliases_Honorees_HonoreeId",
                        column: x => x.HonoreeId,
                        principalTable: "Honorees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Journal = table.Column<string>(type: "TEXT", nullable: false),
                    DoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Honorees_MergedIntoId",
                table: "Honorees",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_HonoreeAliases_HonoreeId",
                table: "HonoreeAliases",
                column: "HonoreeId");

            migrationBuilder.CreateIndex(
                name: "IX_HonoreeAliases_Kind_Text",
                table: "HonoreeAliases",
                columns: new[] { "Kind", "Text" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityChanges_OtherId",
                table: "IdentityChanges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityChanges_PersonId",
                table: "IdentityChanges",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HonoreeAliases");

            migrationBuilder.DropTable(
                name: "IdentityChanges");

            migrationBuilder.DropIndex(
                name: "IX_Honorees_MergedIntoId",
                table: "Honorees");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Honorees");
        }
    }
}
