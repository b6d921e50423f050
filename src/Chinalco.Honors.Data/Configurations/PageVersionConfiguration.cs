using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal static class PageVersionConfiguration
{
    /// <summary>
    /// Saving an entity never writes its page version, which others move too: a number counted from what was read would swallow their step.
    /// <see cref="ChangedPages"/> adds to what is there.
    /// </summary>
    public static void IsCountedByTheDatabase(this PropertyBuilder<long> pageVersion) =>
        pageVersion.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
}
