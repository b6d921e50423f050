using System.IO.Compression;
using System.Text;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Tests;

public sealed class TableReaderTests
{
    [Fact]
    public void Dates_numbers_and_texts_of_a_workbook_are_read_as_they_are_meant()
    {
        var rows = TableReader.Read(
            Sheets.Workbook([
                ["工号", "出生", "年"],
                [new Sheets.Padded(123), new DateOnly(1985, 7, 1), 1985],
            ])
        );

        rows[1].Cells.ShouldBe(["000123", "1985-07-01", "1985"]);
    }

    [Fact]
    public void A_merged_cell_stands_for_every_row_that_it_spans()
    {
        var rows = TableReader.Read(
            Sheets.Workbook(
                [
                    ["单位", "姓名"],
                    ["示例厂", "甲"],
                    [null, "乙"],
                    ["另一厂", "丙"],
                ],
                "A2:A3"
            )
        );

        rows.Select(r => r[0]).ShouldBe(["单位", "示例厂", "示例厂", "另一厂"]);
    }

    [Fact]
    public void A_merged_cell_does_not_make_an_empty_row_a_person()
    {
        var rows = TableReader.Read(
            Sheets.Workbook(
                [
                    ["单位", "姓名"],
                    ["示例厂", "甲"],
                    [null, null],
                ],
                "A2:A3"
            )
        );

        rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\t")]
    [InlineData(";")]
    public void The_separator_is_found(string separator)
    {
        var rows = Sheets.Rows($"工号{separator}姓名", $"E1{separator}甲");

        rows[1].Cells.ShouldBe(["E1", "甲"]);
    }

    [Fact]
    public void A_table_in_the_old_chinese_encoding_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = TableReader.Read(Encoding.GetEncoding("GB18030").GetBytes("工号,姓名,单位\r\nE1,张三丰,示例铝业有限公司熔铸厂\r\n"));

        rows[1][2].ShouldBe("示例铝业有限公司熔铸厂");
    }

    [Fact]
    public void Line_numbers_are_those_that_a_spreadsheet_shows()
    {
        Sheets.Rows("名册", "", "工号,姓名", "E1,甲").Select(r => r.Line).ShouldBe([1, 3, 4]);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_any_table_is_refused()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(new byte[2_000_000]);
        }

        var refusal = Should.Throw<TableRefusedException>(() =>
            TableReader.Read(content.ToArray(), TableLimits.Default with { MaxUnpackedBytes = 1_000_000 })
        );

        refusal.Message.ShouldContain("解压后过大");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 damaged")]
    [InlineData("\0\0\0\0\0\0")]
    public void What_is_no_table_is_refused_with_advice(string content) =>
        Should.Throw<TableRefusedException>(() => TableReader.Read(Encoding.Latin1.GetBytes(content))).Message.ShouldContain("请");

    [Fact]
    public void More_rows_than_a_roster_has_are_refused() =>
        Should
            .Throw<TableRefusedException>(() => TableReader.Read(Sheets.Csv("a,b", "1,2", "3,4"), TableLimits.Default with { MaxRows = 2 }))
            .Message.ShouldContain("2 行");
}
