using System.Globalization;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>The words for editing honours.</summary>
internal static class EditingWording
{
    /// <summary>Who received what when, in one line.</summary>
    public static string Title(KeptHonour honour)
    {
        var conferral = honour.Conferral;
        var names = string.Join(HonourTexts.ListComma, conferral.Recipients.OrderBy(r => r.Order).Take(3).Select(r => r.NameAsPrinted));
        var year = conferral.Year is { } y ? SiteTexts.Year.With(y) : HonourTexts.YearUnknown;
        return EditingTexts.HonourTitle.With(names, honour.Award, year);
    }

    public static string Step(CertificateStep step) =>
        step switch
        {
            CertificateStep.Issued => EditingTexts.StepIssued,
            CertificateStep.Renumbered => EditingTexts.StepRenumbered,
            CertificateStep.Lost => EditingTexts.StepLost,
            CertificateStep.Found => EditingTexts.StepFound,
            CertificateStep.Reissued => EditingTexts.StepReissued,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
        };

    /// <summary>A document in one line: number, title, day.</summary>
    public static string Line(DocumentChoice document) =>
        string.Join(
            ' ',
            new[] { document.Number, document.Title, document.Date is { } day ? Wording.Day(day) : null }.Where(part =>
                !string.IsNullOrEmpty(part)
            )
        );

    /// <summary>A length in bytes, as people read it.</summary>
    public static string Size(int bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");
}
