using Orleans.Runtime;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>What the cluster holds of this node.</summary>
public sealed class NodeStatus(ISiloStatusOracle membership)
{
    /// <summary>Whether this node is a full member: it has joined, and is neither leaving nor held for lost.</summary>
    public bool IsActive => membership.CurrentStatus == SiloStatus.Active;

    /// <summary>The status in Orleans' words: Joining, Active, ShuttingDown, Dead and so on.</summary>
    public string Status => membership.CurrentStatus.ToString();

    /// <summary>How many nodes this one knows to be full members, itself included.</summary>
    public int ActiveNodes => membership.GetActiveSilos().Length;
}
