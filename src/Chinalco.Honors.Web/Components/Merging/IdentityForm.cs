using System.Collections.Immutable;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Merging;

/// <summary>What every form carries that says who is who.</summary>
public sealed class IdentityForm : EditingForm
{
    /// <summary>Names everything that the page showed.</summary>
    public string? Digest { get; set; }

    /// <summary>The merge or split that is taken back.</summary>
    public Guid Change { get; set; }

    /// <summary>Of somebody new.</summary>
    public string? Name { get; set; }

    public string? Unit { get; set; }

    public string? Position { get; set; }
}

/// <summary>What was ticked on a page, as browsers send it.</summary>
internal static class Ticked
{
    /// <summary>How the field of a conflict is called.</summary>
    public static string Name(IdentityField field) => $"side.{field}";

    public static MergeChoices Sides(IFormCollection form) =>
        new(
            Enum.GetValues<IdentityField>()
                .Select(field =>
                    (field, Parsed: Enum.TryParse<Side>(form[Name(field)], out var side) && Enum.IsDefined(side) ? side : (Side?)null)
                )
                .Where(choice => choice.Parsed is not null)
                .ToImmutableDictionary(choice => choice.field, choice => choice.Parsed!.Value)
        );

    public static SplitChoice Parts(IFormCollection form) =>
        new(
            Ids(form, "conferral"),
            Ids(form, "employment"),
            Ids(form, "alias"),
            Ids(form, "article"),
            Ids(form, "account"),
            form["number"] == "1"
        );

    private static ImmutableArray<Guid> Ids(IFormCollection form, string name) =>
        [.. form[name].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}

/// <summary>The words for merging and splitting.</summary>
internal static class MergingWording
{
    public static string Field(IdentityField field) =>
        field switch
        {
            IdentityField.Name => MergingTexts.FieldName,
            IdentityField.Number => MergingTexts.FieldNumber,
            IdentityField.Status => MergingTexts.FieldStatus,
            IdentityField.Posts => MergingTexts.FieldPosts,
            IdentityField.Gender => MergingTexts.FieldGender,
            IdentityField.Born => MergingTexts.FieldBorn,
            IdentityField.Hired => MergingTexts.FieldHired,
            IdentityField.PoliticalStatus => MergingTexts.FieldPoliticalStatus,
            IdentityField.SkillGrade => MergingTexts.FieldSkillGrade,
            IdentityField.Education => MergingTexts.FieldEducation,
            IdentityField.Ethnicity => MergingTexts.FieldEthnicity,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
        };
}
