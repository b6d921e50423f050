using System.Collections.Immutable;
using Chinalco.Honors.Domain.Honorees;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>What two entries of one person may say differently.</summary>
public enum IdentityField
{
    Name = 1,
    Number = 2,
    Status = 3,

    /// <summary>The posts that last.</summary>
    Posts = 4,
    Gender = 5,
    Born = 6,
    Hired = 7,
    PoliticalStatus = 8,
    SkillGrade = 9,
    Education = 10,
    Ethnicity = 11,
}

/// <summary>Whose word stays.</summary>
public enum Side
{
    Kept = 1,
    Absorbed = 2,

    /// <summary>Of posts alone: whoever works in two places.</summary>
    Both = 3,
}

/// <summary>What both entries say, differently.</summary>
public sealed record IdentityConflict(IdentityField Field, string Kept, string Absorbed);

/// <summary>Whose word stays where both differ; where nobody chose, that of the entry that is kept.</summary>
public sealed record MergeChoices(ImmutableDictionary<IdentityField, Side> Sides)
{
    public static readonly MergeChoices None = new(ImmutableDictionary<IdentityField, Side>.Empty);

    public Side Of(IdentityField field) => Sides.GetValueOrDefault(field, field == IdentityField.Posts ? Side.Both : Side.Kept);

    /// <summary>The word that stays: the chosen side's where both have one, else the one there is.</summary>
    public T? Pick<T>(IdentityField field, T? kept, T? absorbed) =>
        kept is null ? absorbed
        : absorbed is null ? kept
        : Of(field) == Side.Absorbed ? absorbed
        : kept;
}

/// <summary>Compares what two entries say of one person.</summary>
internal static class IdentityFields
{
    public static IEnumerable<IdentityConflict> ConflictsOf(PersonRows kept, PersonRows absorbed)
    {
        var (one, two) = (kept.Facts, absorbed.Facts);
        IdentityConflict?[] all =
        [
            Differ(IdentityField.Name, kept.Person.Name, absorbed.Person.Name),
            Differ(IdentityField.Number, kept.Person.EmployeeNumber, absorbed.Person.EmployeeNumber),
            Differ(IdentityField.Status, Told(kept.Person.Status)?.ToChinese(), Told(absorbed.Person.Status)?.ToChinese()),
            Differ(IdentityField.Posts, PostsOf(kept, absorbed), PostsOf(absorbed, kept)),
            Differ(IdentityField.Gender, one.Gender?.ToChinese(), two.Gender?.ToChinese()),
            Differ(IdentityField.Born, one.Born?.ToString(), two.Born?.ToString()),
            Differ(IdentityField.Hired, one.Hired?.ToString(), two.Hired?.ToString()),
            Differ(IdentityField.PoliticalStatus, one.PoliticalStatus, two.PoliticalStatus),
            Differ(IdentityField.SkillGrade, one.SkillGrade, two.SkillGrade),
            Differ(IdentityField.Education, one.Education, two.Education),
            Differ(IdentityField.Ethnicity, one.Ethnicity, two.Ethnicity),
        ];
        return all.OfType<IdentityConflict>();
    }

    public static PersonnelFacts Join(PersonnelFacts kept, PersonnelFacts absorbed, MergeChoices choices) =>
        new(
            choices.Pick(IdentityField.Gender, kept.Gender, absorbed.Gender),
            choices.Pick(IdentityField.Born, kept.Born, absorbed.Born),
            choices.Pick(IdentityField.Hired, kept.Hired, absorbed.Hired),
            choices.Pick(IdentityField.PoliticalStatus, kept.PoliticalStatus, absorbed.PoliticalStatus),
            choices.Pick(IdentityField.SkillGrade, kept.SkillGrade, absorbed.SkillGrade),
            choices.Pick(IdentityField.Education, kept.Education, absorbed.Education),
            choices.Pick(IdentityField.Ethnicity, kept.Ethnicity, absorbed.Ethnicity)
        );

    public static HonoreeStatus? Told(HonoreeStatus status) => status == HonoreeStatus.Unknown ? null : status;

    /// <summary>The posts of the one that last and that the other does not have; null when there are none.</summary>
    private static string? PostsOf(PersonRows rows, PersonRows other)
    {
        var posts = rows
            .Person.Employments.Where(e => e.To is null && !other.Person.Employments.Any(o => o.Covers(e) || e.Covers(o)))
            .Select(e => string.Join(' ', new[] { e.UnitText, e.Position }.OfType<string>()))
            .Order(StringComparer.Ordinal)
            .ToList();
        return posts.Count == 0 ? null : string.Join('、', posts);
    }

    private static IdentityConflict? Differ(IdentityField field, string? kept, string? absorbed) =>
        kept is null || absorbed is null || kept == absorbed ? null : new IdentityConflict(field, kept, absorbed);
}
