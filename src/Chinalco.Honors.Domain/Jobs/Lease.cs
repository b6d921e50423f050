namespace Chinalco.Honors.Domain.Jobs;

/// <summary>The right of one node to do what only one may do, until a moment. It runs out unless it is renewed, so that another follows a killed node.</summary>
public sealed class Lease
{
    public Lease(string name, string owner, DateTimeOffset until) => (Name, Owner, Until, Term) = (name, owner, until, 1);

    private Lease() { }

    /// <summary>What may be done by one node only.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The node that holds it, or held it last.</summary>
    public string Owner { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    /// <summary>Counts the holders. Who holds an earlier term holds nothing any more, whatever its clock says.</summary>
    public long Term { get; private set; }

    /// <summary>Whether a node may take it: it ran out, was given back, or is the node's own from before it was killed.</summary>
    public bool IsFreeFor(string owner, DateTimeOffset now) => Until < now || Owner == owner;

    public void Take(string owner, DateTimeOffset until) => (Owner, Until, Term) = (owner, until, Term + 1);
}
