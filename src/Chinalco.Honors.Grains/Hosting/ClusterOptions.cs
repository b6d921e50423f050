namespace Chinalco.Honors.Grains.Hosting;

/// <summary>The settings section <c>Cluster</c>.</summary>
public sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>How silos find each other: <c>Localhost</c>, one silo inside the site; <c>SqlServer</c>, through a table that all of them reach.</summary>
    public string Provider { get; set; } = "Localhost";

    /// <summary>The database of the membership table, for <c>SqlServer</c>; may be the registry's own.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Silos with the same id form one cluster. Two installations on one database need two ids.</summary>
    public string ClusterId { get; set; } = "honors";

    /// <summary>Names the service; stays the same for its whole life.</summary>
    public string ServiceId { get; set; } = "honors";

    /// <summary>TCP port between silos.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>TCP port for clients.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The IP address or host name under which the other silos reach this one; the machine's own when empty.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>How long a caller waits for the answer to one call.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a command is sent at most when nodes are lost on the way.</summary>
    public int SendAttempts { get; set; } = 12;

    /// <summary>After this time no further attempt begins.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a silo may leave a probe unanswered; after three such probes the others hold it for lost.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a node may take to finish what it works on and to hand its grains over when it is stopped.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
