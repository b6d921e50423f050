using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>What a row of a roster means for the registry.</summary>
public enum RosterChangeKind
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

/// <summary>What the import would do for one person.</summary>
/// <param name="Line">The row in the file; 0 for somebody whom the file does not hold.</param>
/// <param name="HonoreeId">The person, who exists or would be made; empty when nothing would be written.</param>
/// <param name="Fields">What differs; empty for a new person, of whom <paramref name="Row"/> says everything.</param>
/// <param name="Advice">Why it is not written and what to do, or what to look at, in Chinese.</param>
/// <param name="Row">What the roster says; null for somebody whom it does not hold.</param>
/// <param name="UnitId">The unit that the roster's text means.</param>
/// <param name="SeenVersion">The version of the person that the roster was compared with; 0 for a new one.</param>
public sealed record RosterChange(
    RosterChangeKind Kind,
    int Line,
    Guid HonoreeId,
    string? Number,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    RosterRow? Row,
    Guid? UnitId,
    long SeenVersion = 0
)
{
    public bool IsWritten => Kind is RosterChangeKind.New or RosterChangeKind.Changed or RosterChangeKind.Moved or RosterChangeKind.Left;
}

/// <summary>All that an import would do, in the order of the file, with those who left at the end.</summary>
/// <param name="Unchanged">How many people are on the roster as the registry has them.</param>
public sealed record RosterPlan(ImmutableArray<RosterChange> Changes, int Unchanged, RosterTable Table)
{
    private string? digest;

    /// <summary>Equal for equal changes: who approves one approves nothing else.</summary>
    public string Digest => digest ??= DigestOf(Changes.Where(c => c.IsWritten));

    public int Writes => Changes.Count(c => c.IsWritten);

    public int Count(RosterChangeKind kind) => Changes.Count(c => c.Kind == kind);

    private static string DigestOf(IEnumerable<RosterChange> changes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        foreach (var change in changes)
        {
            text.Clear().Append((int)change.Kind).Append('|').Append(change.HonoreeId).Append('|').Append(change.UnitId);
            foreach (var (field, before, after) in change.Fields)
            {
                text.Append('|').Append(field).Append('=').Append(before).Append('>').Append(after);
            }

            if (change is { Kind: RosterChangeKind.New, Row: { } row })
            {
                text.Append('|')
                    .Append(row.Number)
                    .Append('|')
                    .Append(row.Name)
                    .Append('|')
                    .Append(row.UnitText)
                    .Append('|')
                    .Append(row.Position);
                text.Append('|').Append(row.Status).Append('|').Append(row.Since).Append('|').Append(row.Facts);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
