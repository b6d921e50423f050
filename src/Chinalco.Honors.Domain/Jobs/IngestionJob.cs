namespace Chinalco.Honors.Domain.Jobs;

/// <summary>How a job stands.</summary>
public enum JobState
{
    /// <summary>排队中</summary>
    Queued = 1,

    /// <summary>处理中</summary>
    Running = 2,

    /// <summary>已完成</summary>
    Done = 3,

    /// <summary>已拒收: the file cannot or must not be taken; the message says why.</summary>
    Refused = 4,

    /// <summary>失败: a fault of ours; it is tried again at the next start.</summary>
    Failed = 5,

    /// <summary>已取消</summary>
    Cancelled = 6,
}

/// <summary>How far a job has come. Each stage is left by one transaction, so that a killed process goes on where it was.</summary>
public enum JobStage
{
    /// <summary>The file waits to be read.</summary>
    Received = 1,

    /// <summary>Articles and findings are stored; safe findings are being confirmed.</summary>
    Stored = 2,

    /// <summary>Every safe finding is confirmed.</summary>
    Confirmed = 3,

    /// <summary>Of a re-reading: what differs from what stands is stored; an editor chooses.</summary>
    Compared = 4,

    /// <summary>Of a re-reading: an editor has chosen what is to be applied.</summary>
    Applying = 5,
}

/// <summary>The reading of one source file, or its reading anew in a round.</summary>
public sealed class IngestionJob
{
    public IngestionJob(Guid id, Guid sourceFileId, string fileName, Actor actor, DateTimeOffset at)
    {
        (Id, SourceFileId, FileName, ActorId, ActorName, CreatedAt) = (id, sourceFileId, fileName, actor.Id, actor.Name, at);
        (State, Stage) = (JobState.Queued, JobStage.Received);
    }

    /// <summary>Reads a file anew, with the lexicons of the day.</summary>
    public static IngestionJob InRound(IngestionRound round, Guid sourceFileId, string fileName) =>
        new(IdIn(round.Id, sourceFileId), sourceFileId, fileName, round.Actor, round.CreatedAt) { RoundId = round.Id };

    /// <summary>The id of a file's job in a round.</summary>
    public static Guid IdIn(Guid roundId, Guid sourceFileId) => DerivedId.From(roundId, $"job:{sourceFileId}");

    private IngestionJob() { }

    public Guid Id { get; private set; }

    public Guid SourceFileId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The round that the file is read anew in; null for the first reading.</summary>
    public Guid? RoundId { get; private set; }

    public string ActorId { get; private set; } = "";

    public string ActorName { get; private set; } = "";

    public JobState State { get; private set; }

    public JobStage Stage { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Articles stored.</summary>
    public int Articles { get; private set; }

    /// <summary>Findings stored, those that wait included.</summary>
    public int Findings { get; private set; }

    /// <summary>Findings confirmed by the job.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Findings that wait on the editor's desk.</summary>
    public int Waiting { get; private set; }

    /// <summary>For the user, in Chinese: the outcome, or why it was refused.</summary>
    public string? Message { get; private set; }

    /// <summary>How often it was begun; a file that fails time and again is given up.</summary>
    public int Attempts { get; private set; }

    /// <summary>The process that works on it.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Until when the claim holds unless it is renewed; afterwards another process may take the job.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    public Actor Actor => new(ActorId, ActorName);

    public bool IsOver => State is JobState.Done or JobState.Refused or JobState.Cancelled;

    /// <summary>From 0 to 100.</summary>
    public int Percent =>
        State == JobState.Done ? 100
        : Stage == JobStage.Received ? (State == JobState.Running ? 5 : 0)
        : 20 + (80 * (Confirmed + Waiting) / Math.Max(1, Findings));

    public void Start() => (State, Message, Attempts) = (JobState.Running, null, Attempts + 1);

    public void Stored(int articles, int findings, int waiting) =>
        (Stage, Articles, Findings, Waiting) = (JobStage.Stored, articles, findings, waiting);

    /// <summary>What differs is stored and waits for an editor.</summary>
    /// <param name="changes">How many differences.</param>
    public void Compared(int changes, string message, DateTimeOffset at) =>
        (State, Stage, Findings, Message, FinishedAt) = (JobState.Done, JobStage.Compared, changes, message, at);

    /// <summary>An editor has chosen what is to be applied: the job is taken up again, in the editor's name.</summary>
    public void ApplyChosen(Actor by) =>
        (State, Stage, ActorId, ActorName, Message, Attempts) = (JobState.Queued, JobStage.Applying, by.Id, by.Name, null, 0);

    /// <summary>What was chosen is applied; safe findings are being confirmed.</summary>
    public void Applied() => Stage = JobStage.Stored;

    public void Progressed(int confirmed, int waiting) => (Confirmed, Waiting) = (confirmed, waiting);

    public void Finish(string message, DateTimeOffset at) =>
        (State, Stage, Message, FinishedAt) = (JobState.Done, JobStage.Confirmed, message, at);

    public void Refuse(string message, DateTimeOffset at) => (State, Message, FinishedAt) = (JobState.Refused, message, at);

    public void Fail(string message, DateTimeOffset at) => (State, Message, FinishedAt) = (JobState.Failed, message, at);

    public void Cancel(DateTimeOffset at) => (State, Message, FinishedAt) = (JobState.Cancelled, "已取消，已入库的文章和荣誉保留。", at);
}
