using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>What every command carries.</summary>
/// <param name="CommandId">Names the command: sent twice, it is carried out once and answers the same both times.</param>
/// <param name="By">Who asks.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record CommandStamp(Guid CommandId, Actor By, string? Reason = null)
{
    /// <summary>A stamp for a command that is asked for once.</summary>
    public static CommandStamp New(Actor by, string? reason = null) => new(Guid.CreateVersion7(), by, reason);
}
