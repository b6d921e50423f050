using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Someone or something a text says received an award.</summary>
/// <param name="Kind">Person, team or unit.</param>
/// <param name="Name">Name, simplified; of a unit or team as printed.</param>
/// <param name="UnitText">Unit as printed; of a team the unit it belongs to.</param>
/// <param name="Unit">The nearest known unit.</param>
/// <param name="Position">Post or trade as printed.</param>
public sealed record Recipient(RecipientKind Kind, string Name, string? UnitText, UnitEntry? Unit, string? Position)
{
    /// <summary>Whether the unit is not stated with the name but follows from the text around it.</summary>
    public bool UnitIsInferred { get; init; }

    /// <summary>Whether the name is that of a work (a bridge, a plant, a result) rather than an organisation.</summary>
    public bool IsProject { get; init; }

    /// <summary>Whether the text calls this person an apprentice of the one it is about.</summary>
    public bool IsApprentice { get; init; }

    /// <summary>Whether nothing but its place in a list makes the name that of a team.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>How a person's name was recognised.</summary>
    public NameEvidence Evidence { get; init; } = NameEvidence.Form;
}

/// <summary>What stands in a place where recipients stand.</summary>
/// <param name="Named">Those named.</param>
/// <param name="Reference">What refers back instead of naming.</param>
/// <param name="ReferenceText">The referring words.</param>
public sealed record NounPhrase(ImmutableArray<Recipient> Named, Reference Reference, string ReferenceText)
{
    /// <summary>Nothing stands there: the subject goes on.</summary>
    public static NounPhrase Empty { get; } = new([], Reference.Nothing, "");
}

/// <summary>How a phrase refers.</summary>
public enum Reference
{
    /// <summary>It names.</summary>
    Names = 1,

    /// <summary>Nothing stands there.</summary>
    Nothing = 2,

    /// <summary>他, 她, 其, 本人, 个人</summary>
    Person = 3,

    /// <summary>他们, 两人, 以上4人</summary>
    People = 4,

    /// <summary>它, 该班组, 小组, 公司</summary>
    Group = 5,

    /// <summary>3人, 11人次: nobody is named.</summary>
    Count = 6,

    /// <summary>Something that can receive no award, or that is not understood.</summary>
    Other = 7,
}
