using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>What the import of a roster would do for one person.</summary>
/// <param name="Fields">What differs; empty for a new person, of whom <paramref name="Row"/> says everything.</param>
/// <param name="Row">What the roster says; null for somebody whom it does not hold.</param>
/// <param name="UnitId">The unit that the roster's text means.</param>
public sealed record RosterChange(
    ImportChangeKind Kind,
    int Line,
    Guid HonoreeId,
    string? Number,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    RosterRow? Row,
    Guid? UnitId,
    long SeenVersion = 0
) : ImportChange(Kind, Line, HonoreeId, Number, Name, Fields, Advice, SeenVersion)
{
    public override IEnumerable<FieldChange> Shown =>
        this is { Kind: ImportChangeKind.New, Row: { } row }
            ? RosterDifferences.Between(row, known: null, moved: true).Where(f => f.Field is not ("姓名" or "工号"))
            : Fields;

    public override void Describe(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append('|').Append(UnitId);
        if (this is { Kind: ImportChangeKind.New, Row: { } row })
        {
            text.Append('|')
                .Append(row.Number)
                .Append('|')
                .Append(row.Name)
                .Append('|')
                .Append(row.UnitText)
                .Append('|')
                .Append(row.Position);
            text.Append('|').Append((int?)row.Status).Append('|').Append(row.Since?.ToString());
            var facts = row.Facts;
            text.Append('|')
                .Append((int?)facts.Gender)
                .Append('|')
                .Append(facts.Born?.ToString())
                .Append('|')
                .Append(facts.Hired?.ToString());
            text.Append('|').Append(facts.PoliticalStatus).Append('|').Append(facts.SkillGrade);
            text.Append('|').Append(facts.Education).Append('|').Append(facts.Ethnicity);
        }
    }
}
