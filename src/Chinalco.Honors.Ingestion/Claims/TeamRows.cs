using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Rows that hold teams and units.</summary>
internal sealed partial class TeamRows(Lexicon lexicon, RecipientReader reader, RowCells forms)
{
    public ListRow Read(ImmutableArray<string> cells, RowPlace place)
    {
        if (cells is [var list] && list.Contains('、', StringComparison.Ordinal))
        {
            var listed = list.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(item => AsUnit(item, place)).ToList();
            return new(listed.TrueForAll(unit => unit is not null) ? [.. listed.Select(unit => unit!)] : [], NamesOnly: false);
        }

        var texts = cells.Where(cell => !RowCells.IsRemark(cell)).ToList();
        if (
            texts.Count == 2
            && UnitDetector.Find(texts[1], lexicon) is [{ Start: 0 }, ..]
            && UnitDetector.Find(texts[0], lexicon) is not [{ Start: 0 }, ..]
        )
        {
            // The team stands before its unit.
            texts.Reverse();
        }

        var read = texts.ConvertAll(text => AsUnit(text, place));
        if (texts.Count == 0 || read[0] is not { } first)
        {
            return ListRow.None;
        }

        // Two cells are two recipients where each begins with a known unit, else unit and team of one recipient.
        if (
            texts.Count > 1
            && read.TrueForAll(unit => unit is { Unit: not null })
            && texts.Skip(1).All(text => UnitDetector.Find(text, lexicon) is [{ Start: 0 }, ..])
        )
        {
            return new([.. read.Select(unit => unit!)], NamesOnly: false);
        }

        if (texts.Count > 1 && texts.TrueForAll(IsTeamOfUnit) && read.TrueForAll(unit => unit is not null))
        {
            return new([.. read.Select(unit => unit!)], NamesOnly: false);
        }

        var whole = texts.Count > 1 ? AsUnit(string.Concat(texts.TakeWhile(text => !forms.IsName(text))), place) : first;
        return new([whole ?? first], NamesOnly: false);
    }

    public IEnumerable<Recipient> Labelled(string label, string items, RowPlace place) =>
        items
            .Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(item => AsUnit(label + item, place) is { } unit ? new[] { unit } : []);

    /// <summary>电解二厂大修班: a team that says itself whose it is, so that it does not belong to the cell beside it.</summary>
    private static bool IsTeamOfUnit(string text) => TeamOfUnit().IsMatch(text);

    private Recipient? AsUnit(string text, RowPlace place)
    {
        var name = RowCells.WithoutNote(text);
        if (name.Length is < 2 or > 40)
        {
            return null;
        }

        if (reader.ReadItem(text) is { Kind: not RecipientKind.Person } unit)
        {
            return unit;
        }

        if (UnitDetector.Find(name, lexicon) is [{ Start: 0 } mention, ..])
        {
            return new(RecipientKind.Team, name, mention.Text, reader.Descriptions.EntryOf(name) ?? mention.Entry, Position: null);
        }

        // Under the heading of a team's award whatever stands in a row is a team, however it is called.
        return place is { IsList: true, Kind: RecipientKind.Team or RecipientKind.Unit } && name.Length >= 4 && TeamName().IsMatch(name)
            ? new(
                RecipientKind.Team,
                name,
                place.Unit.Length > 0 ? place.Unit : null,
                reader.Descriptions.EntryOf(place.Unit),
                Position: null
            )
            {
                IsUnsure = UnitDetector.SuffixLength(name) == 0,
            }
            : null;
    }

    [GeneratedRegex(
        "^[\u4e00-\u9fff“”]{2,14}(?:公司|分厂|厂|矿|车间|中心|部|院)[^ ]{1,10}(?:班|组|队|工段|工区|车间|站|室|岗|党支部|团支部)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex TeamOfUnit();

    [GeneratedRegex(
        "^(?!.*(?:名单|附件|情况|对象|人选|办法|另有|其余|以上|合计|联系|经办|审核|抄送|说明|备注|报送|印发|不再|作品))[\u4e00-\u9fffA-Za-z0-9“”—·-]+$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex TeamName();
}
