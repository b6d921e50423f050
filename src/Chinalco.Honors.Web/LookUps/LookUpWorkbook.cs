using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>The answer to a list as a workbook: one person a row, one honour a row, and who took it away what for.</summary>
internal static class LookUpWorkbook
{
    private static readonly AwardLevel[] Levels = Enum.GetValues<AwardLevel>();

    public static byte[] Of(LookUpResult result, LookUpProofs proofs, LookUpMark mark) =>
        WorkbookFile.Of(Summary(result), Honours(result, proofs, mark.Wish), About(result, mark));

    private static ExportedSheet Summary(LookUpResult result) =>
        new(
            LookUpTexts.SheetSummary,
            [
                LookUpTexts.Asked,
                LookUpTexts.Outcome,
                LookUpTexts.Name,
                LookUpTexts.Unit,
                LookUpTexts.Position,
                LookUpTexts.Total,
                .. Levels.Select(l => l.ToChinese()),
                LookUpTexts.Highest,
                LookUpTexts.Latest,
                LookUpTexts.Remark,
            ],
            [20, 10, 12, 32, 16, 8, .. Levels.Select(_ => 8d), 36, 36, 40],
            result.Rows.Select(SummaryRow)
        );

    private static object?[] SummaryRow(LookUpRow row)
    {
        var person = row.Person;
        return
        [
            row.Entry.Text,
            LookUpWording.Of(row.Outcome),
            person?.Hint.Name,
            person?.Hint.Unit,
            person?.Hint.Position,
            person?.Counting.Count(),
            .. Levels.Select(level => (object?)person?.CountOf(level)),
            LookUpWording.Of(person?.Highest),
            LookUpWording.Of(person?.Latest),
            string.Join('；', LookUpWording.Remarks(row)),
        ];
    }

    private static ExportedSheet Honours(LookUpResult result, LookUpProofs proofs, string wish) =>
        new(
            LookUpTexts.SheetHonours,
            [
                LookUpTexts.Name,
                LookUpTexts.Unit,
                LookUpTexts.Position,
                ExportTexts.Year,
                ExportTexts.Award,
                ExportTexts.AsPrinted,
                ExportTexts.Edition,
                ExportTexts.Level,
                ExportTexts.Body,
                ExportTexts.Document,
                ExportTexts.DocumentNumber,
                ExportTexts.Date,
                ExportTexts.State,
                ExportTexts.Reason,
                .. RevocationColumns.Headings,
                ExportTexts.CertificateNumber,
                ExportTexts.CertificateState,
                LookUpTexts.Recipients,
                ExportTexts.Proof,
            ],
            [12, 32, 16, 8, 32, 32, 14, 10, 24, 32, 22, 14, 10, 24, 24, 14, 24, 22, 22, 10, 44],
            result.People.SelectMany(p =>
                p.Honours.Where(h => ExportedStatus.Lets(wish, h.Status))
                    .Select(h =>
                        (object?[])
                            [
                                p.Hint.Name,
                                p.Hint.Unit,
                                p.Hint.Position,
                                h.Year,
                                h.Award,
                                h.AwardAsPrinted,
                                h.Edition,
                                h.Level.ToChinese(),
                                h.ConferringBody,
                                h.Document,
                                h.DocumentNumber,
                                h.DocumentDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                                Wording.State(h.Status),
                                h.StatusReason,
                                .. RevocationColumns.Of(h.Revocation),
                                proofs.Certificates.GetValueOrDefault((h.ConferralId, h.HonoreeId))?.Number,
                                proofs.Certificates.GetValueOrDefault((h.ConferralId, h.HonoreeId))?.State,
                                h.Recipients,
                                proofs.First.GetValueOrDefault(h.ConferralId, HonourTexts.NoProof),
                            ]
                    )
            )
        );

    private static ExportedSheet About(LookUpResult result, LookUpMark mark) =>
        new(
            ExportTexts.SheetAbout,
            [ExportTexts.About, ExportTexts.Value],
            [16, 90],
            [
                [ExportTexts.AboutBy, mark.By],
                [ExportTexts.AboutAt, Wording.Instant(mark.At)],
                [ExportTexts.AboutFor, mark.Purpose],
                [ExportTexts.AboutListed, ExportedStatus.Words(mark.Wish)],
                [LookUpTexts.AboutLines, result.Rows.Length],
                [LookUpTexts.AboutFound, result.People.Count()],
                [LookUpTexts.AboutUnclear, result.CountOf(LookUpOutcome.Unclear)],
                [LookUpTexts.AboutMissing, result.CountOf(LookUpOutcome.Missing)],
                [LookUpTexts.AboutHonours, result.People.Sum(p => p.Honours.Count(h => ExportedStatus.Lets(mark.Wish, h.Status)))],
                [ExportTexts.AboutRecord, LookUpTexts.AboutRecord.With(mark.Record)],
                [ExportTexts.AboutRule, ExportTexts.AboutRuleValue],
            ]
        );
}

/// <summary>Who took the answer away, when and what for.</summary>
/// <param name="Record">What the audit trail calls it.</param>
/// <param name="Wish">Which honours: a word of <see cref="ExportedStatus"/>.</param>
internal sealed record LookUpMark(string By, DateTimeOffset At, string Purpose, Guid Record, string Wish);

/// <summary>What proves the honours of a look-up.</summary>
/// <param name="First">Where the first proof of a conferral stands, in words.</param>
/// <param name="Certificates">As far as the viewer may see them.</param>
internal sealed record LookUpProofs(
    IReadOnlyDictionary<Guid, string> First,
    IReadOnlyDictionary<(Guid Conferral, Guid Person), CertificateLine> Certificates
);
