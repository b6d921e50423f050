using Chinalco.Honors.Data;

namespace Chinalco.Honors.Web.Access;

/// <summary>The user of this request, or of this circuit; nobody before somebody is set.</summary>
public sealed class CurrentUser
{
    /// <summary>Null for somebody who is not signed in.</summary>
    public SignedInUser? User { get; private set; }

    /// <summary>For whom this request reads.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Anonymous;

    public void Set(SignedInUser? user, Viewer viewer) => (User, Viewer) = (user, viewer);
}
