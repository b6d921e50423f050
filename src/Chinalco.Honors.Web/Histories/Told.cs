using System.Globalization;
using System.Text.Json;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>Whom a field is for besides those who may read the history.</summary>
internal enum FieldGuard
{
    None = 0,

    /// <summary>工号: that it changed is told, neither value; each look at it asks for a purpose and is recorded.</summary>
    Number = 1,

    /// <summary>The personnel file.</summary>
    Personnel = 2,

    /// <summary>在职状态</summary>
    Status = 3,

    /// <summary>Employments: what is a present one in the record may be a past one by now.</summary>
    Post = 4,

    /// <summary>Whoever keeps the honour.</summary>
    Keeper = 5,

    /// <summary>Whoever keeps the honour, and the recipient that the field names.</summary>
    Certificate = 6,

    /// <summary>Whoever sees the person that the field names.</summary>
    Person = 7,
}

/// <summary>A value as a record tells it: words, or something that has a name.</summary>
/// <param name="Text">Null when <paramref name="Id"/> or <paramref name="Code"/> says what it is.</param>
/// <param name="Kind">The word of <see cref="Domain.Auditing.AuditKinds"/>.</param>
/// <param name="Code">A unit's code in the catalogue.</param>
internal sealed record ToldValue(string? Text, string? Kind = null, Guid? Id = null, string? Code = null)
{
    public static ToldValue? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);

    public static ToldValue? Of(string kind, Guid? id) => id is null ? null : new(null, kind, id);
}

/// <summary>What a record says of one field.</summary>
/// <param name="Key">The name of the field's word among the texts; fields of one key follow one another.</param>
/// <param name="Value">What it is from now on.</param>
internal sealed record ToldField(string Key, ToldValue? Value, FieldGuard Guard = FieldGuard.None)
{
    /// <summary>What it was before, when the record itself says so.</summary>
    public ToldValue? Before { get; init; }

    public bool SaysBefore { get; init; }

    /// <summary>One more of several: an alias, a scan.</summary>
    public bool Adds { get; init; }

    /// <summary>Counts only where nothing was known.</summary>
    public bool Fills { get; init; }

    /// <summary>Whom the guard asks about: a recipient of a conferral, or a person.</summary>
    public Guid? Whom { get; init; }
}

/// <summary>A proof that a record names.</summary>
internal sealed record ToldProof(
    string? AssertedBy,
    string? Quote,
    Guid? ArticleId,
    int? Start,
    int? End,
    Guid? DocumentId,
    Guid? FindingId
);

/// <summary>What one record says, before it is known what came before it and who looks.</summary>
/// <param name="Title">Null for the action's usual word.</param>
internal sealed record ToldAct(HistoryTopic Topic, string? Title = null)
{
    public IReadOnlyList<ToldField> Fields { get; init; } = [];

    public IReadOnlyList<ToldProof> Proofs { get; init; } = [];

    /// <summary>For those who keep the honour: what was entered wrongly.</summary>
    public bool IsForKeepers { get; init; }

    /// <summary>The people named in it: whoever sees one of them not does not see the act.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>The roster's file.</summary>
    public string? RosterFile { get; init; }

    /// <summary>The row of the roster; null when it was not on it.</summary>
    public int? Line { get; init; }
}

/// <summary>Reads details of audit records. What is not there, or is something else, is null: a record may be older than this version.</summary>
internal static class DetailReading
{
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var part)
        && part.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? part
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Part(name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.True } => HistoryTexts.Yes,
            { ValueKind: JsonValueKind.False } => HistoryTexts.No,
            _ => null,
        };

    public static Guid? Id(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out var id) ? id : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The words of a list of texts.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.Items(name).Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!);

    public static string? Year(this JsonElement element, string name) =>
        element.Number(name) is { } year ? SiteTexts.Year.With(year.ToString(CultureInfo.InvariantCulture)) : null;

    public static string? Date(this JsonElement element, string name) =>
        element.Text(name) is not { } text ? null
        : PartialDate.TryParse(text, out var date) ? Wording.Partial(date)
        : text;

    public static string? Level(this JsonElement element, string name) =>
        element.Text(name) is not { } text ? null
        : Enum.TryParse<AwardLevel>(text, out var level) ? level.ToChinese()
        : text;

    public static ConferralStatus? State(this JsonElement element, string name) =>
        Enum.TryParse<ConferralStatus>(element.Text(name), out var status) ? status : null;
}
