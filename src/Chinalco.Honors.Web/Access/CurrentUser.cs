using Chinalco.Honors.Data;

namespace Chinalco.Honors.Web.Access;

/// <summary>The user of this request, or of this circuit; nobody before somebody is set.</summary>
public sealed class CurrentUser
{
    /// <summary>Null for somebody who is not signed in.</summary>
    public SignedInUser? User { get; private set; }

    /// <summary>For whom this request reads.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Anonymous;

    /// <summary>Whether the user, or somebody who is not signed in, may open what needs a right.</summary>
    public bool MayOpen(Right right, AccessOptions options) =>
        right switch
        {
            Right.Open => true,
            Right.OwnAccount => User is not null,
            Right.Read when User is null => options.AnonymousReading == true,
            _ => User is { Owes: null } user && user.May(right),
        };

    public void Set(SignedInUser? user, Viewer viewer) => (User, Viewer) = (user, viewer);
}
