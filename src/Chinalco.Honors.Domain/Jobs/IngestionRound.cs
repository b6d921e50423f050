namespace Chinalco.Honors.Domain.Jobs;

/// <summary>Which files a round reads anew.</summary>
public enum RoundScope
{
    /// <summary>全部文件</summary>
    All = 1,

    /// <summary>某日以来收到的文件</summary>
    Since = 2,

    /// <summary>一份文件</summary>
    OneFile = 3,
}

/// <summary>
/// 重新识别: stored texts are read anew with the lexicons of the day, and what would differ is shown before anything is changed. Each file has
/// a job of its own in the round.
/// </summary>
public sealed class IngestionRound
{
    /// <param name="since">For <see cref="RoundScope.Since"/>.</param>
    /// <param name="sourceFileId">For <see cref="RoundScope.OneFile"/>.</param>
    public IngestionRound(Guid id, RoundScope scope, DateOnly? since, Guid? sourceFileId, Actor actor, DateTimeOffset at)
    {
        (Id, Scope, Since, SourceFileId) = (id, scope, since, sourceFileId);
        (ActorId, ActorName, CreatedAt) = (actor.Id, actor.Name, at);
    }

    private IngestionRound() { }

    public Guid Id { get; private set; }

    public RoundScope Scope { get; private set; }

    /// <summary>Files received on this day or later, by the clock of China.</summary>
    public DateOnly? Since { get; private set; }

    public Guid? SourceFileId { get; private set; }

    public string ActorId { get; private set; } = "";

    public string ActorName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who put away what was left of it; null as long as nobody did.</summary>
    public string? DiscardedBy { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public Actor Actor => new(ActorId, ActorName);

    /// <summary>Nothing more of it is applied.</summary>
    public void Discard(Actor by, DateTimeOffset at) => (DiscardedBy, DiscardedAt) = (by.Name, at);
}
