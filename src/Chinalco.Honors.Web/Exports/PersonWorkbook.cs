using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Exports;

/// <summary>荣誉明细: a person's honours one a row, and a sheet that says who took them away and what for.</summary>
internal static class PersonWorkbook
{
    private const int MostNotes = 20;

    public static byte[] Of(ExportedPerson person, ExportStamp stamp) => WorkbookFile.Of(Honours(person), About(person, stamp));

    private static ExportedSheet Honours(ExportedPerson person) =>
        new(
            ExportTexts.SheetHonours,
            [
                ExportTexts.Kind,
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
                ExportTexts.TogetherColumn,
                ExportTexts.Proof,
            ],
            [10, 8, 32, 32, 14, 10, 24, 32, 22, 14, 10, 24, 24, 14, 24, 22, 22, 24, 70],
            [
                .. person.Own.Select(h => Row(ExportTexts.KindOwn, person, h)),
                .. person.Shared.Select(h => Row(ExportTexts.KindShared, person, h)),
                .. person.Teams.Select(h => Row(ExportTexts.KindTeam, person, h)),
            ]
        );

    private static object?[] Row(string kind, ExportedPerson person, HonourLine honour) =>
        [
            kind,
            honour.Year,
            honour.Award.Name,
            honour.AwardAsPrinted,
            honour.Edition,
            honour.Level.ToChinese(),
            honour.ConferringBody,
            honour.Document?.Name,
            honour.DocumentNumber,
            person.DateOf(honour)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Wording.State(honour.Status),
            honour.StatusReason,
            .. RevocationColumns.Of(honour.Revocation),
            person.CertificateOf(honour)?.Number,
            person.CertificateOf(honour)?.State,
            honour.IsShared ? string.Join(HonourTexts.ListComma, honour.Together.Select(t => t.Name)) : null,
            string.Join('\n', EvidenceNote.Of(honour, MostNotes)),
        ];

    private static ExportedSheet About(ExportedPerson person, ExportStamp stamp) =>
        new(
            ExportTexts.SheetAbout,
            [ExportTexts.About, ExportTexts.Value],
            [16, 90],
            [
                [ExportTexts.AboutPerson, person.Facts.Name],
                [ExportTexts.AboutUnit, person.Facts.Current?.Unit],
                [ExportTexts.AboutPosition, person.Facts.Current?.Position],
                [ExportTexts.AboutBy, stamp.By],
                [ExportTexts.AboutAt, Wording.Instant(stamp.At)],
                [ExportTexts.AboutFor, stamp.Purpose],
                [ExportTexts.AboutListed, ExportedStatus.Words(stamp.Wish)],
                [ExportTexts.AboutCount, person.Count],
                [ExportTexts.AboutRecord, ExportTexts.AboutRecordValue.With(person.Id, stamp.Sequence)],
                [ExportTexts.AboutHash, stamp.Hash],
                .. person.Facts.IsSample ? new object?[][] { [ExportTexts.AboutSample, ExportTexts.SampleNotice] } : [],
                [ExportTexts.AboutRule, ExportTexts.AboutRuleValue],
            ]
        );
}
