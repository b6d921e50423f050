using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class UnitHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DissolvedOn",
                table: "Units",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "FoundedOn",
                table: "Units",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "HeirId",
                table: "Units",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "UnitChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Journal = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    DoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UndoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitPlacements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    From = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitPlacements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitPlacements_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitSuccessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    PredecessorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SuccessorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitSuccessions", x => x.Id);
                });

            // Each unit that is there already stands where it stood; its first place bears the unit's id.
            migrationBuilder.Sql(
                "EXEC(N'INSERT INTO [UnitPlacements] ([Id], [UnitId], [Order], [ParentId]) SELECT [Id], [Id], 0, [ParentId] FROM [Units]');");

            migrationBuilder.CreateIndex(
                name: "IX_Units_HeirId",
                table: "Units",
                column: "HeirId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitChanges_UnitId",
                table: "UnitChanges",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitPlacements_ParentId",
                table: "UnitPlacements",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitPlacements_UnitId",
                table: "UnitPlacements",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitSuccessions_DocumentId",
                table: "UnitSuccessions",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitSuccessions_PredecessorId",
                table: "UnitSuccessions",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitSuccessions_SuccessorId",
                table: "UnitSuccessions",
                column: "SuccessorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UnitChanges");

            migrationBuilder.DropTable(
                name: "UnitPlacements");

            migrationBuilder.DropTable(
                name: "UnitSuccessions");

            migrationBuilder.DropIndex(
                name: "IX_Units_HeirId",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "DissolvedOn",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "FoundedOn",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "HeirId",
                table: "Units");
        }
    }
}
