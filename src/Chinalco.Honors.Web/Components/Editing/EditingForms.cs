using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>What every form carries that changes an honour.</summary>
public class EditingForm
{
    public Guid CommandId { get; set; } = Guid.CreateVersion7();

    /// <summary>The honour's version as the page showed it.</summary>
    public long Version { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The fields of a document that the registry does not have yet.</summary>
public sealed class NewDocumentForm
{
    public string? Title { get; set; }

    public string? Number { get; set; }

    public string? IssuingBody { get; set; }

    public string? Date { get; set; }

    /// <summary>The document; the id follows from the command's, so that the form sent twice enters one.</summary>
    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    public DocumentDraft ToDraft(Guid commandId, DocumentKind kind, ScanFacts? scan) =>
        new(
            DerivedId.From(commandId, "document"),
            kind,
            Told.Text(Title) ?? throw new FieldRefusedException(EditingTexts.DocumentTitleMissing),
            Told.Text(Number),
            Told.Text(IssuingBody) ?? throw new FieldRefusedException(EditingTexts.DocumentBodyMissing),
            Told.Day(Date) ?? throw new FieldRefusedException(EditingTexts.DocumentDateMissing),
            scan
        );
}

/// <summary>A field of a form is refused; the message tells the user what to do.</summary>
public sealed class FieldRefusedException(string message) : Exception(message);

/// <summary>Reads what people type into fields.</summary>
internal static class Told
{
    /// <summary>The text without blanks around it; null when there is none.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A day as browsers send it; null when there is none.</summary>
    /// <exception cref="FieldRefusedException">It is something else.</exception>
    public static DateOnly? Day(string? text) =>
        Partial(text) switch
        {
            null => null,
            { Month: { } month, Day: { } day, Year: var year } => new DateOnly(year, month, day),
            _ => throw new FieldRefusedException(EditingTexts.DayWrong.With(text)),
        };

    /// <summary>2019, 2019-5, 2019.5.1 or 2019年5月1日; null when there is none.</summary>
    /// <exception cref="FieldRefusedException">It is something else.</exception>
    public static PartialDate? Partial(string? text)
    {
        if (Text(text) is not { } told)
        {
            return null;
        }

        var plain = string.Concat(
            told.Normalize(System.Text.NormalizationForm.FormKC).Select(c => "年月./".Contains(c, StringComparison.Ordinal) ? '-' : c)
        );
        return PartialDate.TryParse(plain.Replace("日", "", StringComparison.Ordinal).TrimEnd('-'), out var date)
            ? date
            : throw new FieldRefusedException(EditingTexts.DateWrong.With(told));
    }

    /// <summary>A year; null when there is none.</summary>
    /// <exception cref="FieldRefusedException">It is something else.</exception>
    public static int? Year(string? text) =>
        Text(text) is not { } told ? null
        : int.TryParse(
            told.Normalize(System.Text.NormalizationForm.FormKC).TrimEnd('年'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        )
            ? year
        : throw new FieldRefusedException(EditingTexts.YearWrong.With(told));
}
