using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Data;

/// <summary>
/// For whom a context reads. The context's query filters hold everything else back, so that no page, list, count, search or export has to
/// remember it.
/// </summary>
/// <param name="Sees">What the viewer sees of anybody.</param>
/// <param name="Units">The units whose people's HR-only facts the viewer sees as well: whole subtrees, each unit named.</param>
/// <param name="People">The hidden people of those units.</param>
/// <param name="Conferrals">The hidden conferrals of those units and their people.</param>
public sealed record Viewer(Visibility Sees, IReadOnlyList<Guid?> Units, IReadOnlyList<Guid> People, IReadOnlyList<Guid> Conferrals)
{
    /// <summary>The product itself: commands, jobs, the command line.</summary>
    public static readonly Viewer System = new(Visibility.HrOnly, [], [], []);

    /// <summary>Somebody who is not signed in.</summary>
    public static readonly Viewer Anonymous = new(Visibility.Public, [], [], []);

    /// <summary>Whether a field of a person is shown.</summary>
    /// <param name="unit">The unit that the person works in.</param>
    public bool May(Visibility field, Guid? unit) => field <= Sees || (unit is not null && Units.Contains(unit));
}
