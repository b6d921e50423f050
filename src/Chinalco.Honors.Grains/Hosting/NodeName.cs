namespace Chinalco.Honors.Grains.Hosting;

/// <summary>Names a node among those that share the database; a node that comes back keeps its name and with it what it had claimed.</summary>
public static class NodeName
{
    /// <summary>The machine and, since one machine may run several nodes, the silo's port.</summary>
    public static string Of(ClusterOptions cluster) => $"{Environment.MachineName}:{cluster.SiloPort}";
}
