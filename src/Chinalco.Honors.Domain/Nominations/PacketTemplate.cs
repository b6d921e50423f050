using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>材料模板: a form that the union uploaded. The bytes lie in the file store under their hash.</summary>
public sealed class PacketTemplate
{
    /// <summary>Most UTF-16 units of a paper's name.</summary>
    public const int LongestPaper = 60;

    /// <param name="paper">Which paper it makes: 推荐审批表, 公示件 …</param>
    /// <param name="programmeCode">The programme it is for; null for all.</param>
    /// <exception cref="RuleBrokenException">The paper has no name.</exception>
    public PacketTemplate(Guid id, string paper, string? programmeCode, ScanFacts file, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new TextIsGiven("材料名称", paper, LongestPaper));
        (Id, Paper, ProgrammeCode) = (id, paper, programmeCode);
        (FileName, Sha256, Length) = (CutText.To(file.FileName, DocumentFile.LongestName), file.Sha256, file.Length);
        (UploadedBy, UploadedAt) = (by.Name, at);
    }

    private PacketTemplate() { }

    public Guid Id { get; private set; }

    public string Paper { get; private set; } = "";

    public string? ProgrammeCode { get; private set; }

    public string FileName { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    public string UploadedBy { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When another took its place; null while it is used.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Uses it no more; packets that were made with it stay as they are.</summary>
    public void Retire(DateTimeOffset at) => RetiredAt ??= at;
}
