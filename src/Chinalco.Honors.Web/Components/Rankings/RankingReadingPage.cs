using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Rankings;

/// <summary>A page under the filters of a ranking: they stand in its address, and in every link that leads on from it.</summary>
public abstract class RankingReadingPage : ReadingPage
{
    [Inject]
    protected RankingReader Reader { get; set; } = null!;

    /// <summary>What the address asks for.</summary>
    protected RankingFilter Filter { get; private set; } = new();

    /// <summary>The unit below which is compared; null for the whole group.</summary>
    protected Named? Below { get; private set; }

    /// <summary>What of the address could not be read, in Chinese.</summary>
    protected IReadOnlyList<string> Notices { get; private set; } = [];

    [SupplyParameterFromQuery(Name = "unit")]
    private string? UnitText { get; set; }

    [SupplyParameterFromQuery(Name = "tier")]
    private string? TierText { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? ToText { get; set; }

    [SupplyParameterFromQuery(Name = "family")]
    private string? FamilyText { get; set; }

    [SupplyParameterFromQuery(Name = "measure")]
    private string? MeasureText { get; set; }

    [SupplyParameterFromQuery(Name = "policy")]
    private string? PolicyText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    protected async Task ReadAsync()
    {
        var words = new RankingWords(UnitText, TierText, FromText, ToText, FamilyText, MeasureText, PolicyText, PageText);
        var read = await Reader.ReadAsync(words, Gone);
        (Filter, Below, Notices) = (read.Filter, read.Unit, read.Notices);
    }
}
