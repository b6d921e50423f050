namespace Chinalco.Honors.Domain.Auditing;

/// <summary>A command that was carried out, with its outcome: running it again changes nothing and answers the same.</summary>
public sealed class ProcessedCommand
{
    public ProcessedCommand(Guid commandId, string kind, string outcome, DateTimeOffset at) =>
        (CommandId, Kind, Outcome, At) = (commandId, kind, outcome, at);

    private ProcessedCommand() { }

    public Guid CommandId { get; private set; }

    /// <summary>The command's name.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The outcome, as JSON.</summary>
    public string Outcome { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
