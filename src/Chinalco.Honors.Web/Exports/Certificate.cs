using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Web.Exports;

/// <summary>荣誉证明: a formal listing of a person's honours on A4, each with its proof, and how to verify it in the audit trail.</summary>
internal static class Certificate
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int MostNotes = 5;

    public static byte[] Of(ExportedPerson person, ExportStamp stamp)
    {
        using var content = new MemoryStream();
        using (var document = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = CertificateStyles.All();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = CertificateStyles.Footer();
            main.Document = new Document(
                new Body([
                    .. Head(person),
                    .. Tables(person),
                    .. Notes(person),
                    .. Foot(person, stamp),
                    CertificateStyles.A4(main.GetIdOfPart(footer)),
                ])
            );
            document.PackageProperties.Title = ExportTexts.FileCertificate + " " + SpreadsheetText.Plain(person.Facts.Name);
            document.PackageProperties.Creator = SpreadsheetText.Plain(stamp.By);
            document.PackageProperties.Created = stamp.At.UtcDateTime;
        }

        return content.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Head(ExportedPerson person)
    {
        yield return Text(CertificateStyles.Title, ExportTexts.Certificate);
        if (person.Facts.IsSample)
        {
            yield return Text(CertificateStyles.Warning, ExportTexts.SampleNotice);
        }

        var post = string.Join(' ', new[] { person.Facts.Current?.Unit, person.Facts.Current?.Position }.OfType<string>());
        var whom = post.Length > 0 ? ExportTexts.PersonWithUnit.With(person.Facts.Name, post) : person.Facts.Name;
        yield return Text(CertificateStyles.Opening, ExportTexts.Opening.With(whom, person.Count, person.Counting));
        if (person.Count + person.Teams.Length == 0)
        {
            yield return Text(CertificateStyles.Opening, ExportTexts.Nothing);
        }
    }

    /// <summary>The honours numbered through, so that the notes find them.</summary>
    private static IEnumerable<(int Number, HonourLine Honour)> Numbered(ExportedPerson person) =>
        person.Own.Concat(person.Shared).Concat(person.Teams).Select((h, i) => (i + 1, h));

    private static IEnumerable<OpenXmlElement> Tables(ExportedPerson person)
    {
        var from = 0;
        foreach (
            var (title, honours) in new[]
            {
                (ExportTexts.OwnTable, person.Own),
                (ExportTexts.SharedTable, person.Shared),
                (ExportTexts.TeamTable, person.Teams),
            }
        )
        {
            if (honours.Length > 0)
            {
                yield return Text(CertificateStyles.Heading, title);
                yield return TableOf(person, Numbered(person).Skip(from).Take(honours.Length));
                from += honours.Length;
            }
        }
    }

    private static Table TableOf(ExportedPerson person, IEnumerable<(int Number, HonourLine Honour)> honours)
    {
        var table = CertificateStyles.NewTable(
            ExportTexts.NumberColumn,
            ExportTexts.Year,
            ExportTexts.Award,
            ExportTexts.Level,
            ExportTexts.Body,
            ExportTexts.DocumentNumber,
            ExportTexts.Date
        );
        foreach (var (number, honour) in honours)
        {
            var revoked = honour.Status == ConferralStatus.Revoked;
            var row = CertificateStyles.NewRow(
                Text(CertificateStyles.Cell, number.ToString(CultureInfo.InvariantCulture)),
                Text(CertificateStyles.Cell, honour.Year?.ToString(CultureInfo.InvariantCulture) ?? TieTexts.NotKnown),
                Award(honour, revoked),
                Text(CertificateStyles.Cell, honour.Level.ToChinese()),
                Text(CertificateStyles.Cell, honour.ConferringBody ?? ""),
                Text(CertificateStyles.Cell, honour.DocumentNumber ?? ""),
                Text(CertificateStyles.Cell, person.DateOf(honour) is { } date ? Wording.Day(date) : "")
            );
            table.Append(row);
        }

        return table;
    }

    private static Paragraph Award(HonourLine honour, bool revoked)
    {
        var name = honour.Edition is { } edition ? $"{honour.Award.Name}（{edition}）" : honour.Award.Name;
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = CertificateStyles.Cell }));
        paragraph.Append(revoked ? Run(name, new RunProperties(new Strike())) : Run(name));
        if (honour.Status != ConferralStatus.Confirmed)
        {
            paragraph.Append(Run($"【{Wording.State(honour.Status)}】", new RunProperties(new Bold(), new Color { Val = "9F2B1C" })));
        }

        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Notes(ExportedPerson person)
    {
        if (person.Count + person.Teams.Length == 0)
        {
            yield break;
        }

        yield return Text(CertificateStyles.Heading, ExportTexts.Notes);
        foreach (var (number, honour) in Numbered(person))
        {
            IEnumerable<string> said =
            [
                .. honour.StatusReason is { } reason ? [$"【{Wording.State(honour.Status)}】{reason}"] : Array.Empty<string>(),
                .. RevocationColumns.Words(honour.Revocation),
                .. person.CertificateOf(honour) is { } certificate
                    ? [ExportTexts.CertificateNote.With(certificate.Number, certificate.State)]
                    : Array.Empty<string>(),
                .. honour.IsShared
                    ? [ExportTexts.Together.With(string.Join(HonourTexts.ListComma, honour.Together.Select(t => t.Name)))]
                    : Array.Empty<string>(),
                .. EvidenceNote.Of(honour, MostNotes),
            ];
            yield return Text(CertificateStyles.Note, ExportTexts.NoteItem.With(number, string.Join(' ', said)));
        }
    }

    private static IEnumerable<OpenXmlElement> Foot(ExportedPerson person, ExportStamp stamp)
    {
        yield return Text(CertificateStyles.Heading, ExportTexts.VerifyTitle);
        foreach (
            var line in new[]
            {
                ExportTexts.MadeBy.With(stamp.By),
                ExportTexts.MadeAt.With(Wording.Instant(stamp.At)),
                ExportTexts.MadeFor.With(stamp.Purpose),
                ExportTexts.Listed.With(ExportedStatus.Words(stamp.Wish)),
                ExportTexts.Record.With(person.Id, stamp.Sequence),
                ExportTexts.Hash.With(stamp.Hash),
                ExportTexts.Verify,
            }
        )
        {
            yield return Text(CertificateStyles.Note, line);
        }

        yield return Text(CertificateStyles.Seal, ExportTexts.Seal);
        yield return Text(CertificateStyles.Seal, Wording.Day(DateOnly.FromDateTime(stamp.At.ToOffset(TimeSpan.FromHours(8)).Date)));
    }

    private static Paragraph Text(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    private static Run Run(string text, RunProperties? properties = null)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.Append(properties);
        }

        run.Append(new Text(SpreadsheetText.Plain(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
