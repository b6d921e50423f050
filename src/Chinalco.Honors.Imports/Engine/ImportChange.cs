using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>What a row of a table means for the registry.</summary>
public enum ImportChangeKind
{
    /// <summary>新增</summary>
    New = 1,

    /// <summary>信息变化</summary>
    Changed = 2,

    /// <summary>调动</summary>
    Moved = 3,

    /// <summary>离开</summary>
    Left = 4,

    /// <summary>需人工处理: not written.</summary>
    Conflict = 5,

    /// <summary>有误: not written.</summary>
    Faulty = 6,
}

/// <summary>One thing that differs.</summary>
/// <param name="Field">The field's word, in Chinese.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Somebody whom a row may mean.</summary>
/// <param name="Text">What tells the person from the others, in Chinese.</param>
public sealed record ImportCandidate(Guid Id, string Text);

/// <summary>What the import would do because of one row.</summary>
/// <param name="Line">The row in the file; 0 for what the file does not hold.</param>
/// <param name="SubjectId">The entity that exists or would be made; empty when nothing would be written.</param>
/// <param name="Number">The number that the row gives, such as an employee number.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Advice">Why it is not written and what to do, or what to look at, in Chinese.</param>
/// <param name="SeenVersion">The version of the entity that the row was compared with; 0 for a new one.</param>
public record ImportChange(
    ImportChangeKind Kind,
    int Line,
    Guid SubjectId,
    string? Number,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    long SeenVersion = 0
)
{
    /// <summary>Those among whom somebody has to choose before the row can be written.</summary>
    public ImmutableArray<ImportCandidate> Candidates { get; init; } = [];

    /// <summary>What has a lower rank is written before what has a higher one.</summary>
    public int Rank { get; init; }

    public bool IsWritten => Kind is ImportChangeKind.New or ImportChangeKind.Changed or ImportChangeKind.Moved or ImportChangeKind.Left;

    /// <summary>What the page shows of the change.</summary>
    public virtual IEnumerable<FieldChange> Shown => Fields;

    /// <summary>Adds what else the change would write: two changes that write other things have other texts.</summary>
    public virtual void Describe(StringBuilder text) { }
}

/// <summary>All that an import would do, in the order of the file, what the file does not hold at the end.</summary>
/// <param name="Unchanged">How many rows say what the registry has.</param>
public sealed record ImportPlan(ImmutableArray<ImportChange> Changes, int Unchanged, ParsedTable Table)
{
    // In UTF-16 units; small enough not to be a large object.
    private const int TextAtOnce = 30_000;

    private string? digest;

    /// <summary>Equal for equal changes: who approves one approves nothing else.</summary>
    public string Digest => digest ??= DigestOf(Changes.Where(c => c.IsWritten));

    public int Writes => Changes.Count(c => c.IsWritten);

    public int Count(ImportChangeKind kind) => Changes.Count(c => c.Kind == kind);

    /// <summary>A plan of what rows say and of the rows that cannot be taken, put into the order of the file.</summary>
    public static ImportPlan Of(IEnumerable<ImportChange> changes, int unchanged, ParsedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var faults = table.Faults.Select(f => new ImportChange(
            ImportChangeKind.Faulty,
            f.Line,
            Guid.Empty,
            f.Number,
            f.Name,
            [],
            f.Reason
        ));
        return new ImportPlan([.. changes.Concat(faults).OrderBy(c => c.Line == 0).ThenBy(c => c.Line)], unchanged, table);
    }

    private static string DigestOf(IEnumerable<ImportChange> changes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        foreach (var change in changes)
        {
            text.Append((int)change.Kind).Append('|').Append(change.SubjectId);
            foreach (var (field, before, after) in change.Fields)
            {
                text.Append('|').Append(field).Append('=').Append(before).Append('>').Append(after);
            }

            change.Describe(text);
            text.Append('\n');
            if (text.Length > TextAtOnce)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
                text.Clear();
            }
        }

        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
