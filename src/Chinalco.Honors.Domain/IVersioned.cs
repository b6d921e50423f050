namespace Chinalco.Honors.Domain;

/// <summary>An entity with a page of its own.</summary>
public interface IVersioned
{
    Guid Id { get; }

    /// <summary>Moves with each write of the entity's owner; the concurrency token.</summary>
    long Version { get; }

    /// <summary>Moves whenever what the entity's page shows has changed, whoever changed it; keys everything cached for the page.</summary>
    long PageVersion { get; }
}
