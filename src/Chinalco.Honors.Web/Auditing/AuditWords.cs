using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Auditing;

/// <summary>Puts what audit records say into words. A word that is unknown stands as it is: a record may be older or newer than this version.</summary>
internal static class AuditWords
{
    private const int MostFacts = 60;

    private const int LongestFact = 300;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Every action that has a word, in the order of the words.</summary>
    public static ImmutableArray<(string Code, string Word)> Actions { get; } =
    [
        .. AuditActions
            .ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => ((string)entry.Key, (string)entry.Value!))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal),
    ];

    public static string Action(string code) => Word(AuditActions.ResourceManager, code) ?? code;

    /// <summary>What changed, as names and values; an object within is told by its path.</summary>
    /// <param name="detail">JSON as the record holds it.</param>
    public static ImmutableArray<(string Name, string Value)> Facts(string detail)
    {
        try
        {
            using var json = JsonDocument.Parse(detail);
            return [.. FactsOf(json.RootElement, path: "", key: "").Take(MostFacts)];
        }
        catch (JsonException)
        {
            // Tampered with; the chain's check says so, here it is shown as it is.
            return [("", Wording.Shorten(detail, LongestFact))];
        }
    }

    private static IEnumerable<(string Name, string Value)> FactsOf(JsonElement element, string path, string key)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().SelectMany(p => FactsOf(p.Value, Below(path, Field(p.Name)), p.Name));
            case JsonValueKind.Array
                when element.EnumerateArray().All(e => e.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)):
                return element.GetArrayLength() == 0
                    ? []
                    : [(path, string.Join('、', element.EnumerateArray().Select(e => Value(e, key))))];
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany((item, i) => FactsOf(item, Below(path, (i + 1).ToString(Chinese)), key));
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return [];
            default:
                return [(path, Value(element, key))];
        }
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path} › {name}";

    private static string Field(string name) => Word(AuditFields.ResourceManager, name) ?? name;

    private static string Value(JsonElement element, string key) =>
        element.ValueKind switch
        {
            JsonValueKind.True => AuditTexts.Yes,
            JsonValueKind.False => AuditTexts.No,
            JsonValueKind.String => Named(key, element.GetString()!),
            _ => element.GetRawText(),
        };

    /// <summary>A word of ours in Chinese; any other text cut to what a page bears.</summary>
    private static string Named(string key, string text) =>
        key switch
        {
            "level" or "treatmentLevel" when Enum.TryParse<AwardLevel>(text, out var level) => level.ToChinese(),
            "family" when Enum.TryParse<AwardFamily>(text, out var family) => family.ToChinese(),
            "tier" when Enum.TryParse<UnitTier>(text, out var tier) => tier.ToChinese(),
            "status" when Enum.TryParse<HonoreeStatus>(text, out var status) => status.ToChinese(),
            "status" when Enum.TryParse<ConferralStatus>(text, out var status) => Wording.State(status),
            "kind" or "recipients" when Enum.TryParse<RecipientKind>(text, out var kind) => Wording.Kind(kind),
            "kind" when Enum.TryParse<RequestKind>(text, out var asked) => asked.ToChinese(),
            "fact" when Enum.TryParse<RequestFact>(text, out var fact) => fact.ToChinese(),
            "to"
            or "person"
            or "employeeNumber"
            or "pastEmployments"
            or "status" when Enum.TryParse<Domain.Visibility>(text, out var visibility) => Domain.VisibilityNames.ToChinese(visibility),
            "role" when Enum.TryParse<Domain.Accounts.Role>(text, out var role) => Domain.Accounts.RoleNames.ToChinese(role),
            "field" => Field(text),
            _ => Wording.Shorten(text, LongestFact),
        };

    private static string? Word(ResourceManager words, string name) => words.GetString(name, Chinese);
}
