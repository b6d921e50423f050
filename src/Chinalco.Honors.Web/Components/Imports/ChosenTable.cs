using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Imports.Winners;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>The form of a table's columns and options, as it is posted.</summary>
public sealed class ChosenTable
{
    /// <summary>What each column holds, by the field's id; columns beyond its end stay as they are.</summary>
    public List<string>? Fields { get; set; }

    public string? AsOf { get; set; }

    public Guid? CompleteFor { get; set; }

    public bool TakesNewNames { get; set; }

    public string? DocumentTitle { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Issuer { get; set; }

    public string? DocumentDate { get; set; }

    public string? Year { get; set; }

    public bool EntersUnknown { get; set; }

    /// <summary>What was chosen; null when a day or a year is none.</summary>
    /// <param name="units">What a roster may be complete for.</param>
    internal ImportChoices? Read(ImportLook look, IReadOnlyList<(Guid Id, string Name)> units)
    {
        var choices = look.Choices with { Fields = FieldsAs(look) };
        if (look.Run.Kind == ImportKind.Winners)
        {
            return DocumentAs() is { } document ? choices with { Document = document, EntersUnknown = EntersUnknown } : null;
        }

        if (look.Run.Kind is ImportKind.Units or ImportKind.Awards)
        {
            return choices;
        }

        return CellText.Date(AsOf ?? "") is { } asOf
            ? choices with
            {
                AsOf = asOf,
                CompleteFor = units.Any(unit => unit.Id == CompleteFor) ? CompleteFor : null,
                TakesNewNames = TakesNewNames,
            }
            : null;
    }

    private ListedDocument? DocumentAs()
    {
        var (date, year) = (CellText.Date(DocumentDate ?? ""), YearIn(Year));
        return (Text(DocumentDate) is not null && date is null) || (Text(Year) is not null && year is null)
            ? null
            : new ListedDocument(
                CutText.To(WinnerReader.NumberOf(DocumentNumber), Document.LongestNumber),
                CutText.To(Text(DocumentTitle), Document.LongestTitle),
                CutText.To(Text(Issuer), Document.LongestBody),
                date,
                year
            );
    }

    private ImmutableArray<string> FieldsAs(ImportLook look) =>
        [.. look.Columns.Fields.Select((field, i) => i < Fields?.Count && look.Definition.Fields.Knows(Fields[i]) ? Fields[i] : field)];

    private static int? YearIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null;

    private static string? Text(string? typed) => CellText.Plain(typed ?? "") is { Length: > 0 } text ? text : null;
}

/// <summary>Whom rows mean that fit several people, as it is posted.</summary>
public sealed class PickedPeople
{
    /// <summary>Stands for somebody whom the registry does not know.</summary>
    public const string Somebody = "new";

    /// <summary>By the row's number: a person's id, <see cref="Somebody"/>, or nothing.</summary>
    public Dictionary<int, string>? Lines { get; set; }

    /// <summary>What was chosen, over what was chosen before. Only somebody who was offered can be chosen.</summary>
    internal ImmutableDictionary<int, Guid> Over(ImmutableDictionary<int, Guid>? before, ImportPlan plan)
    {
        var people = before ?? ImmutableDictionary<int, Guid>.Empty;
        foreach (var change in plan.Changes.Where(c => !c.Candidates.IsEmpty))
        {
            var picked = Lines?.GetValueOrDefault(change.Line);
            if (picked == Somebody)
            {
                people = people.SetItem(change.Line, Guid.Empty);
            }
            else if (Guid.TryParse(picked, out var person) && change.Candidates.Any(c => c.Id == person))
            {
                people = people.SetItem(change.Line, person);
            }
        }

        return people;
    }
}
