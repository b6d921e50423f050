using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Reads programmes' texts with the catalogue's awards as they are called now.</summary>
public sealed class ProgrammeReader
{
    private readonly Dictionary<string, string> awards;

    private ProgrammeReader(Dictionary<string, string> awards) => this.awards = awards;

    public static async Task<ProgrammeReader> OfAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new ProgrammeReader(
            await db
                .Awards.Where(a => a.Code != null)
                .ToDictionaryAsync(a => a.Code!, a => a.Name, StringComparer.Ordinal, cancellationToken)
        );
    }

    /// <summary>The catalogue's name of an award; null where it has no such code.</summary>
    public string? NameOf(string code) => awards.GetValueOrDefault(code);

    /// <param name="name">Of the text, for messages.</param>
    /// <exception cref="NominationFileException">It cannot be read; the message says which place and what to do.</exception>
    public Programme Read(string name, string text) => ProgrammeFile.Read(name, text, NameOf);

    /// <exception cref="NominationFileException">It cannot be read any more, because an award left the catalogue.</exception>
    public Programme Read(NominationProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return Read(programme.Name, programme.Text);
    }

    /// <summary>What the registry keeps of a programme beside its text.</summary>
    public static ProgrammeHead HeadOf(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return new ProgrammeHead(
            programme.Code,
            programme.Year,
            programme.Name,
            programme.Kind == CandidateKinds.Unit ? CandidateKind.Unit : CandidateKind.Person
        );
    }
}
