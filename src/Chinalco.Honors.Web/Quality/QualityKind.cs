namespace Chinalco.Honors.Web.Quality;

/// <summary>What may be wrong in the registry. The names stand in addresses.</summary>
public enum QualityKind
{
    /// <summary>People who should work somewhere, and no unit of the tree is known.</summary>
    WithoutUnit = 1,

    /// <summary>Conferrals that no document stands behind.</summary>
    WithoutDocument = 2,

    /// <summary>People who are probably one: same name and unit, or same name and birth, or the same number but for its form.</summary>
    Duplicates = 3,

    /// <summary>Awards whose level is in doubt: conferred at several levels, or found in print and nobody said who confers them.</summary>
    UnclearLevel = 4,

    /// <summary>Articles that name somebody to be honoured whom nobody linked to a person yet.</summary>
    UnlinkedNames = 5,

    /// <summary>Retired or deceased people whose employment still lasts, and people at work past the age of retirement.</summary>
    StillAtWork = 6,
}

/// <summary>One thing to put right.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Href">Its page.</param>
/// <param name="Detail">What is wrong, in Chinese.</param>
/// <param name="ActHref">Where it is put right.</param>
public sealed record QualityRow(string Title, string Href, string Detail, string ActHref, string? MergeHref = null);

/// <summary>One page of things to put right.</summary>
/// <param name="Total">On all pages.</param>
public sealed record QualityPage(IReadOnlyList<QualityRow> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
