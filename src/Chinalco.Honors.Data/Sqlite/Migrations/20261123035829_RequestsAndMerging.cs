using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RequestsAndMerging : Migration
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

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Fact = table.Column<int>(type: "INTEGER", nullable: false),
                    HonoreeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AwardId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AwardText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    ConferringBody = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AttachmentName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AttachmentSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AttachmentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AttachmentLength = table.Column<int>(type: "INTEGER", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Requests_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Honorees_HonoreeId",
                        column: x => x.HonoreeId,
                        principalTable: "Honorees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateIndex(
                name: "IX_Requests_AccountId",
                table: "Requests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_ArticleId",
                table: "Requests",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_AttachmentSha256",
                table: "Requests",
                column: "AttachmentSha256");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_HonoreeId",
                table: "Requests",
                column: "HonoreeId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_AskedAt",
                table: "Requests",
                columns: new[] { "State", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HonoreeAliases");

            migrationBuilder.DropTable(
                name: "IdentityChanges");

            migrationBuilder.DropTable(
                name: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Honorees_MergedIntoId",
                table: "Honorees");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Honorees");
        }
    }
}
