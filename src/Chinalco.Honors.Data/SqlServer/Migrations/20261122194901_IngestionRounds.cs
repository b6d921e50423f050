using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class IngestionRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RoundId",
                table: "IngestionJobs",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RepeatsId",
                table: "Findings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rereadings",
                table: "Findings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SupersededById",
                table: "Findings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrongAward",
                table: "Findings",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "WrongRecipient",
                table: "Findings",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "EndedByFindingId",
                table: "Conferrals",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReprintOfId",
                table: "Articles",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArticlePrints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticlePrints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArticlePrints_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IngestionRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Scope = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: true),
                    SourceFileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ActorId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DiscardedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DiscardedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IngestionRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PageImages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Page = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MediaType = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Length = table.Column<int>(type: "int", nullable: false),
                    Width = table.Column<int>(type: "int", nullable: false),
                    Height = table.Column<int>(type: "int", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageImages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PageImages_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceFileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    FindingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SeenRound = table.Column<int>(type: "int", nullable: false),
                    TouchesConferral = table.Column<bool>(type: "bit", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundChanges_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundChanges_IngestionRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "IngestionRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IngestionJobs_RoundId",
                table: "IngestionJobs",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_RepeatsId",
                table: "Findings",
                column: "RepeatsId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_SupersededById",
                table: "Findings",
                column: "SupersededById");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_ReprintOfId",
                table: "Articles",
                column: "ReprintOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_TextSha256",
                table: "Articles",
                column: "TextSha256");

            migrationBuilder.CreateIndex(
                name: "IX_ArticlePrints_ArticleId",
                table: "ArticlePrints",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ArticlePrints_Value",
                table: "ArticlePrints",
                column: "Value");

            migrationBuilder.CreateIndex(
                name: "IX_IngestionRounds_CreatedAt",
                table: "IngestionRounds",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PageImages_IssueId_Page",
                table: "PageImages",
                columns: new[] { "IssueId", "Page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PageImages_Sha256",
                table: "PageImages",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_RoundChanges_ArticleId",
                table: "RoundChanges",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundChanges_RoundId_SourceFileId_State",
                table: "RoundChanges",
                columns: new[] { "RoundId", "SourceFileId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticlePrints");

            migrationBuilder.DropTable(
                name: "PageImages");

            migrationBuilder.DropTable(
                name: "RoundChanges");

            migrationBuilder.DropTable(
                name: "IngestionRounds");

            migrationBuilder.DropIndex(
                name: "IX_IngestionJobs_RoundId",
                table: "IngestionJobs");

            migrationBuilder.DropIndex(
                name: "IX_Findings_RepeatsId",
                table: "Findings");

            migrationBuilder.DropIndex(
                name: "IX_Findings_SupersededById",
                table: "Findings");

            migrationBuilder.DropIndex(
                name: "IX_Articles_ReprintOfId",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_TextSha256",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "RoundId",
                table: "IngestionJobs");

            migrationBuilder.DropColumn(
                name: "RepeatsId",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "Rereadings",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "WrongAward",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "WrongRecipient",
                table: "Findings");

            migrationBuilder.DropColumn(
                name: "EndedByFindingId",
                table: "Conferrals");

            migrationBuilder.DropColumn(
                name: "ReprintOfId",
                table: "Articles");
        }
    }
}
