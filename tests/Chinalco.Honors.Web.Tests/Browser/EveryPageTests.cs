using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>Pages that need nothing but the samples.</summary>
public sealed class EveryPageOfSamplesTests(SampleSite site, Chromium chromium) : EveryPage(site, chromium)
{
    public static TheoryData<string> Pages => [.. PagesOfSamples];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_fits_the_screen_and_logs_no_error(string name) => ShouldBeFinishedAsync(name);
}

/// <summary>Pages on which something is kept, corrected or asked for.</summary>
public sealed class EveryPageOfKeepersTests(SampleSite site, Chromium chromium) : EveryPage(site, chromium)
{
    public static TheoryData<string> Pages => [.. PagesOfKeepers];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_fits_the_screen_and_logs_no_error(string name) => ShouldBeFinishedAsync(name);
}

/// <summary>Pages of rounds and of those nominated in them.</summary>
public sealed class EveryPageOfNominationsTests(SampleSite site, Chromium chromium) : EveryPage(site, chromium)
{
    public static TheoryData<string> Pages => [.. PagesOfNominations];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_fits_the_screen_and_logs_no_error(string name) => ShouldBeFinishedAsync(name);
}

/// <summary>Pages that show something only after something has happened.</summary>
public sealed class EveryPreparedPageTests(SampleSite site, Chromium chromium) : EveryPage(site, chromium)
{
    public static TheoryData<string> Pages => [.. PreparedPages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_fits_the_screen_and_logs_no_error(string name) => ShouldBeFinishedAsync(name);
}
