namespace Chinalco.Honors.Grains.Hosting;

/// <summary>The settings section <c>Cluster</c>.</summary>
public sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>How silos find each other: <c>Localhost</c>, one silo inside the site.</summary>
    public string Provider { get; set; } = "Localhost";

    /// <summary>TCP port between silos.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>TCP port for clients.</summary>
    public int GatewayPort { get; set; } = 30000;
}
