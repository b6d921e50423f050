using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>Reads the first table of a file: xlsx, xls or csv (comma, semicolon or tab; UTF-8, UTF-16 or GB18030).</summary>
public static class TableReader
{
    /// <summary>The endings a file chooser offers.</summary>
    public const string Endings = ".xlsx,.xls,.csv,.txt";

    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The rows that hold anything. What the content is decides how it is read, whatever the name ends in.</summary>
    /// <exception cref="TableRefusedException">It is no table, is damaged, locked or too large.</exception>
    public static IReadOnlyList<TableRow> Read(byte[] content, TableLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        limits ??= TableLimits.Default;
        if (content.LongLength > limits.MaxBytes)
        {
            throw new TableRefusedException($"文件超过 {limits.MaxBytes / 1024 / 1024} MB。请删去图片和无关的工作表，或分成几个文件导入。");
        }

        if (content.Length == 0)
        {
            throw new TableRefusedException("文件是空的。请检查是否选错了文件。");
        }

        var rows =
            content.AsSpan().StartsWith(Zip) || content.AsSpan().StartsWith(CompoundFile)
                ? Workbook.Read(content, limits)
                : DelimitedText.Read(Decode(content), limits);
        return rows.Count > 0 ? rows : throw new TableRefusedException("表格里没有内容。请检查是否选错了文件，或数据不在第一张工作表。");
    }

    private static string Decode(byte[] content)
    {
        try
        {
            return EncodingDetector.Decode(content).Text;
        }
        catch (SourceRefusedException refused)
        {
            throw new TableRefusedException($"不是 Excel 或 CSV 表格：{refused.Message}");
        }
    }
}
