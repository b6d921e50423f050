using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chinalco.Honors.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RankingPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RankingPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<int>(type: "int", nullable: false),
                    Weights = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrderTurned = table.Column<bool>(type: "bit", nullable: false),
                    Explanation = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PublishReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RankingPolicies", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "RankingPolicies",
                columns: new[] { "Id", "ChangedAt", "ChangedBy", "CreatedAt", "CreatedBy", "Explanation", "Name", "Note", "OrderTurned", "PublishReason", "PublishedAt", "PublishedBy", "State", "Version", "Weights" },
                values: new object[] { new Guid("0f5b1c9e-2025-4a01-8c11-9b6d3f7a2e10"), new DateTime(2025, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "系统", new DateTime(2025, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "系统", "级别之间的次序按授予单位的层级：国家级 100 分，省部级 60 分，行业级和集团级各 40 分，板块级 20 分，地市级 15 分，企业级 10 分，县区级 8 分，外部机构 5 分。\n档距拉得开：一项国家级荣誉抵得上许多项企业级荣誉；又不至于悬殊：没有国家级荣誉的单位，平时的努力也看得见。\n行业级与集团级同分：全国性目录没有规定二者高低，各企业的看法也不一致。\n几个人或几个单位共同获得的荣誉平均分摊，一项荣誉不因人多而变多；个人、集体、单位一视同仁；不按年限打折，需要看近况时请限定年份。", "2025-1", "本版为初始规则，供工会与人力资源部门讨论修订。", false, "系统启用时的初始规则", new DateTime(2025, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "系统", 2, 1L, "{\"levels\":{\"National\":100000000,\"Provincial\":60000000,\"Industry\":40000000,\"Group\":40000000,\"Segment\":20000000,\"Enterprise\":10000000,\"City\":15000000,\"County\":8000000,\"External\":5000000},\"kinds\":{\"Person\":1000,\"Team\":1000,\"Unit\":1000},\"ages\":[],\"shared\":\"Divided\"}" });

            migrationBuilder.CreateIndex(
                name: "IX_RankingPolicies_Name",
                table: "RankingPolicies",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RankingPolicies_State_PublishedAt",
                table: "RankingPolicies",
                columns: new[] { "State", "PublishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RankingPolicies");
        }
    }
}
