using Chinalco.Honors.Data;

namespace Chinalco.Honors.Web.Access;

/// <summary>The registry as the current user may see it. Whatever is shown, counted, suggested or exported is read through this.</summary>
public sealed class ReadingDatabase(IHonorsDatabase database, CurrentUser current)
{
    /// <summary>A context of one's own; dispose it after one unit of work.</summary>
    public HonorsContext Open() => database.OpenFor(current.Viewer);
}
