using System.Collections.Immutable;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>What a column of a kind of table may hold.</summary>
/// <param name="Id">Names it in choices and mappings that are kept.</param>
/// <param name="Word">In Chinese, for whoever chooses.</param>
/// <param name="Headings">What people print above such a column.</param>
/// <param name="Repeats">Several columns may hold it, such as company, plant and team that make one place.</param>
public sealed record TableField(string Id, string Word, ImmutableArray<string> Headings, bool Repeats = false)
{
    /// <summary>Recognises headings that no list holds; null when the list says all.</summary>
    public Func<string, bool>? Recognises { get; init; }
}

/// <summary>The fields of one kind of table.</summary>
public sealed class TableFields
{
    /// <summary>不导入</summary>
    public const string Ignored = "Ignored";

    /// <summary>Identity-card, telephone and bank numbers: recognised so that they are never read, in any kind of table.</summary>
    public const string Forbidden = "Forbidden";

    private static readonly ImmutableArray<string> ForbiddenHeadings =
    [
        "身份证",
        "身份证号",
        "身份证号码",
        "证件号",
        "证件号码",
        "公民身份号码",
        "手机",
        "手机号",
        "手机号码",
        "电话",
        "联系电话",
        "联系方式",
        "移动电话",
        "电话号码",
        "银行卡号",
        "银行账号",
        "家庭住址",
        "住址",
    ];

    private readonly Dictionary<string, string> byHeading;
    private readonly Dictionary<string, TableField> byId;

    /// <param name="required">The field without which a row says nothing.</param>
    /// <param name="advice">What to do when no row looks like a header, in Chinese.</param>
    public TableFields(ImmutableArray<TableField> fields, string required, string advice)
    {
        (All, Required, Advice) = (fields, required, advice);
        byId = fields.ToDictionary(f => f.Id, StringComparer.Ordinal);
        byHeading = fields
            .SelectMany(f => f.Headings.Select(heading => (heading, f.Id)))
            .Concat(ForbiddenHeadings.Select(heading => (heading, Forbidden)))
            .ToDictionary(pair => pair.heading, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<TableField> All { get; }

    public string Required { get; }

    public string Advice { get; }

    /// <summary>What a heading means; <see cref="Ignored"/> when nobody knows.</summary>
    /// <param name="heading">As <see cref="Tables.CellText.Heading"/> gives it.</param>
    public string Of(string heading) =>
        byHeading.GetValueOrDefault(heading) ?? All.FirstOrDefault(f => f.Recognises?.Invoke(heading) == true)?.Id ?? Ignored;

    public bool Repeats(string id) => id is Ignored or Forbidden || byId.GetValueOrDefault(id)?.Repeats == true;

    public bool Knows(string id) => id is Ignored or Forbidden || byId.ContainsKey(id);

    public string WordOf(string id) =>
        id switch
        {
            Ignored => "不导入",
            Forbidden => "禁止导入（身份证号、电话等）",
            _ => byId[id].Word,
        };
}
