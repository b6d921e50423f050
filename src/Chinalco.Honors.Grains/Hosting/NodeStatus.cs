using Orleans.Runtime;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>What the cluster holds of this node.</summary>
public sealed class NodeStatus(ISiloStatusOracle membership)
{
    /// <summary>Whether this node is a full member: it has joined, and is neither leaving nor held for lost.</summary>
    public bool IsActive => membership.CurrentStatus == SiloStatus.Active;

    /// <summary>The status in Orleans' words: Joining, Active, ShuttingDown, Dead and so on.</summary>
    public string Status => membership.CurrentStatus.ToString();

    /// <summary>The nodes that this one knows, those that are gone left out.</summary>
    public IReadOnlyList<NodeLine> Nodes =>
        [
            .. membership
                .GetApproximateSiloStatuses()
                .Where(silo => silo.Value != SiloStatus.Dead)
                .OrderBy(silo => silo.Key.ToString(), StringComparer.Ordinal)
                .Select(silo => new NodeLine(silo.Key.Endpoint.ToString(), silo.Value.ToString(), silo.Key.Equals(membership.SiloAddress))),
        ];

    /// <summary>How many nodes this one knows to be full members, itself included.</summary>
    public int ActiveNodes => membership.GetActiveSilos().Length;
}

/// <summary>A node of the cluster.</summary>
/// <param name="Address">Where the other nodes reach it.</param>
/// <param name="Status">In Orleans' words.</param>
public sealed record NodeLine(string Address, string Status, bool IsThis);
