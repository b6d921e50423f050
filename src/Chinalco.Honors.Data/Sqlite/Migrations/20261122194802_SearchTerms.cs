using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without row ids the key is the table: half the room, and a range of the key is read in one go. The migrations' own words have
            // nothing for it.
            migrationBuilder.Sql(
                """
                CREATE TABLE "ArticleGrams" (
                    "Gram" INTEGER NOT NULL,
                    "ArticleId" TEXT NOT NULL,
                    CONSTRAINT "PK_ArticleGrams" PRIMARY KEY ("Gram", "ArticleId")
                ) WITHOUT ROWID;

                CREATE TABLE "SearchTerms" (
                    "Of" INTEGER NOT NULL,
                    "Term" TEXT NOT NULL,
                    "Kind" INTEGER NOT NULL,
                    "EntityId" TEXT NOT NULL,
                    CONSTRAINT "PK_SearchTerms" PRIMARY KEY ("Of", "Term", "Kind", "EntityId")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Derivations",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Derivations", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conferrals_Year_Level_Id",
                table: "Conferrals",
                columns: new[] { "Year", "Level", "Id" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_EntityId",
                table: "SearchTerms",
                column: "EntityId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleGrams");

            migrationBuilder.DropTable(
                name: "Derivations");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropIndex(
                name: "IX_Conferrals_Year_Level_Id",
                table: "Conferrals");
        }
    }
}
