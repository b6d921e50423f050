using Chinalco.Honors.Data.Text;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>The program raises the fence that <see cref="RegexFence"/> describes before it does anything else.</summary>
public sealed class RegexFenceTests(SampleSite site)
{
    [Fact]
    public void A_started_site_has_raised_it()
    {
        site.Address.IsAbsoluteUri.ShouldBeTrue();
        AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT").ShouldBe(RegexFence.Longest);
    }
}
