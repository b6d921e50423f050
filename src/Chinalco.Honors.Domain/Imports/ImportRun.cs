using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Imports;

/// <summary>What a table holds.</summary>
public enum ImportKind
{
    /// <summary>人员名册</summary>
    Roster = 1,

    /// <summary>单位人数</summary>
    Headcounts = 2,

    /// <summary>表彰名单: documents with those who were honoured by them.</summary>
    Winners = 3,

    /// <summary>组织机构: units of the tree.</summary>
    Units = 4,

    /// <summary>荣誉目录: awards of the catalogue.</summary>
    Awards = 5,
}

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>待核对: read; somebody looks at what it would change.</summary>
    Checking = 1,

    /// <summary>写入中</summary>
    Applying = 2,

    /// <summary>已完成</summary>
    Applied = 3,

    /// <summary>已取消</summary>
    Cancelled = 4,

    /// <summary>失败: what was written stays; it can be taken up again.</summary>
    Failed = 5,
}

/// <summary>
/// One table that somebody hands in: read, looked at, applied. What it would change is worked out from the file and the registry whenever
/// it is asked for, so that it is never out of date; what somebody approved is known by its digest.
/// </summary>
public sealed class ImportRun
{
    /// <summary>Most UTF-16 units of a file name.</summary>
    public const int LongestFileName = 200;

    /// <summary>Most UTF-16 units of the chosen columns and options, as JSON.</summary>
    public const int LongestChoices = 20_000;

    public ImportRun(Guid id, ImportKind kind, string fileName, string sha256, string choices, Actor actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(actor);
        (Id, Kind, FileName, Sha256, Choices) = (id, kind, fileName, sha256, choices);
        (ActorId, ActorName, CreatedAt, State) = (actor.Id, actor.Name, at, ImportState.Checking);
    }

    private ImportRun() { }

    public Guid Id { get; private set; }

    public ImportKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Of the file's bytes, as lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Columns and options as somebody chose them, as JSON.</summary>
    public string Choices { get; private set; } = "{}";

    public string ActorId { get; private set; } = "";

    public string ActorName { get; private set; } = "";

    public ImportState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The digest of the changes that were approved; null before.</summary>
    public string? ApprovedDigest { get; private set; }

    /// <summary>How many changes were approved.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them are written.</summary>
    public int Written { get; private set; }

    /// <summary>For the user, in Chinese: the outcome.</summary>
    public string? Message { get; private set; }

    public Actor Actor => new(ActorId, ActorName);

    public bool IsOver => State is ImportState.Applied or ImportState.Cancelled;

    /// <summary>From 0 to 100.</summary>
    public int Percent =>
        State == ImportState.Applied ? 100
        : Total == 0 ? 0
        : (int)(100L * Written / Total);

    public void Choose(string choices)
    {
        Require.That(new AnImportIsChangedOnlyWhileItIsChecked(State));
        Choices = choices;
    }

    /// <summary>Somebody has seen the changes and wants them.</summary>
    /// <param name="digest">Tells these changes from any others.</param>
    public void Approve(string digest)
    {
        Require.That(new AnImportIsChangedOnlyWhileItIsChecked(State));
        (State, ApprovedDigest, Total, Written, Message) = (ImportState.Applying, digest, 0, 0, null);
    }

    /// <summary>Writing begins, or goes on after the process was killed.</summary>
    /// <param name="digest">Of the changes as they are now.</param>
    /// <param name="changes">How many are to be written.</param>
    /// <returns>False when they are not those that were approved: somebody has to look again.</returns>
    public bool Begin(string digest, int changes)
    {
        if (Written == 0 && digest != ApprovedDigest)
        {
            (State, ApprovedDigest, Message) = (
                ImportState.Checking,
                null,
                "您核对之后，人员信息又有变化，没有写入任何内容。请重新核对下面的变更，再确认写入。"
            );
            return false;
        }

        Total = Written + changes;
        return true;
    }

    public void Finish(string message, DateTimeOffset at) => (State, Message, FinishedAt) = (ImportState.Applied, message, at);

    /// <summary>Ends it; what is written stays.</summary>
    public void Cancel(string message, DateTimeOffset at)
    {
        Require.That(new AnImportThatIsOverStaysOver(State));
        (State, Message, FinishedAt) = (ImportState.Cancelled, message, at);
    }

    public void Fail(string message) => (State, Message) = (ImportState.Failed, message);

    /// <summary>Takes a failed one up again where it was.</summary>
    public void TakeUp()
    {
        Require.That(new OnlyAFailedImportIsTakenUp(State));
        (State, Message) = (ImportState.Applying, null);
    }
}

/// <summary>The bytes of a table, kept until its import is over.</summary>
public sealed class ImportFile
{
    public ImportFile(Guid runId, byte[] content) => (RunId, Content) = (runId, content);

    private ImportFile() { }

    public Guid RunId { get; private set; }

    public byte[] Content { get; private set; } = [];
}

/// <summary>The meaning of a table's columns as somebody chose it, for the next table of the same shape.</summary>
public sealed class ImportMapping
{
    public ImportMapping(Guid id, ImportKind kind, string signature, string fields) =>
        (Id, Kind, Signature, Fields) = (id, kind, signature, fields);

    private ImportMapping() { }

    public Guid Id { get; private set; }

    public ImportKind Kind { get; private set; }

    /// <summary>SHA-256 of the headings.</summary>
    public string Signature { get; private set; } = "";

    /// <summary>The columns' fields, by name, separated by commas.</summary>
    public string Fields { get; private set; } = "";

    public void Learn(string fields) => Fields = fields;
}

/// <summary>Columns and options are chosen before the import is applied.</summary>
public sealed class AnImportIsChangedOnlyWhileItIsChecked(ImportState state) : IRule
{
    public bool Holds => state == ImportState.Checking;

    public string Advice => "该导入已开始写入或已结束，不能再更改。如需重新导入，请再次上传文件。";
}

/// <summary>An import that failed can be taken up; any other goes its way.</summary>
public sealed class OnlyAFailedImportIsTakenUp(ImportState state) : IRule
{
    public bool Holds => state == ImportState.Failed;

    public string Advice => "该导入没有失败，无需继续。";
}

/// <summary>What is applied or cancelled cannot be cancelled.</summary>
public sealed class AnImportThatIsOverStaysOver(ImportState state) : IRule
{
    public bool Holds => state is not (ImportState.Applied or ImportState.Cancelled);

    public string Advice => "该导入已结束，无法取消。";
}
