namespace Chinalco.Honors.Domain.Rules;

/// <summary>No text is longer than the database keeps: SQL Server would refuse it, SQLite would not, and both must answer the same.</summary>
/// <param name="column">Entity and property, such as <c>Finding.AwardText</c>.</param>
/// <param name="length">UTF-16 units of the text.</param>
/// <param name="longest">Most UTF-16 units allowed.</param>
public sealed class ATextFitsItsColumn(string column, int length, int longest) : IRule
{
    public bool Holds => length <= longest;

    public string Advice => $"内容过长（{column} 有 {length} 个字符，最多 {longest} 个），请缩短后重试。";
}
