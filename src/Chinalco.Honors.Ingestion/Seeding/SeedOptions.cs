namespace Chinalco.Honors.Ingestion.Seeding;

/// <summary>The settings section <c>Seeds</c>.</summary>
public sealed class SeedOptions
{
    public const string Section = "Seeds";

    /// <summary>The folder of the seed files; a relative path counts from the product's home folder.</summary>
    public string Directory { get; set; } = "seeds";

    /// <summary>Whether a first start also loads the sample people, articles and documents. Off in production: the catalogue alone is loaded.</summary>
    public bool Samples { get; set; } = true;
}
