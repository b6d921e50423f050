namespace Chinalco.Honors.Grains.Commands;

/// <summary>What became of a command.</summary>
public enum CommandResult
{
    /// <summary>Carried out and committed.</summary>
    Applied = 1,

    /// <summary>What it asks for was so already; nothing was written but the command itself.</summary>
    NothingToDo = 2,

    /// <summary>A rule forbids it; nothing was written.</summary>
    Rejected = 3,

    /// <summary>It fits more than one thing; a person has to say which. Nothing was written.</summary>
    Undecided = 4,
}

/// <summary>The answer to a command.</summary>
/// <param name="SubjectId">What it made or changed: the entity, or for conferrals the conferral; empty when nothing.</param>
/// <param name="Version">The owner's version afterwards; 0 when unknown.</param>
/// <param name="Rule">The name of the rule that broke.</param>
/// <param name="Message">For the user, in Chinese: what is wrong and what to do.</param>
public sealed record CommandOutcome(CommandResult Result, Guid SubjectId, long Version, string? Rule = null, string? Message = null)
{
    public bool Succeeded => Result is CommandResult.Applied or CommandResult.NothingToDo;

    public static CommandOutcome Applied(Guid subjectId, long version) => new(CommandResult.Applied, subjectId, version);

    public static CommandOutcome NothingToDo(Guid subjectId, long version) => new(CommandResult.NothingToDo, subjectId, version);

    public static CommandOutcome Undecided(string message) => new(CommandResult.Undecided, Guid.Empty, Version: 0, Rule: null, message);

    public static CommandOutcome Rejected(string rule, string message) =>
        new(CommandResult.Rejected, Guid.Empty, Version: 0, rule, message);
}
