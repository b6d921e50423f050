namespace Chinalco.Honors.Imports.Tables;

/// <summary>Refuses what is larger than any table that people send.</summary>
internal static class Limit
{
    public static void Rows(int count, TableLimits limits)
    {
        if (count > limits.MaxRows)
        {
            throw new TableRefusedException($"表格超过 {limits.MaxRows} 行。请按单位分成几个文件导入。");
        }
    }

    public static void Columns(int count, TableLimits limits)
    {
        if (count > limits.MaxColumns)
        {
            throw new TableRefusedException($"表格超过 {limits.MaxColumns} 列。请删去无关的列再导入。");
        }
    }

    public static string Cell(string text, TableLimits limits) =>
        text.Length <= limits.MaxCell
            ? text
            : throw new TableRefusedException($"有单元格超过 {limits.MaxCell} 字，不像是名册。请检查是否选错了文件。");
}
