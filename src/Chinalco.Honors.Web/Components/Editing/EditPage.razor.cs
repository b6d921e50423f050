using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>Corrects the facts of an honour: what would change is shown before it is written.</summary>
public sealed partial class EditPage
{
    private IReadOnlyList<(string Field, string Before, string After)> differences = [];

    [SupplyParameterFromForm(Name = "Form", FormName = "check")]
    private Facts? Checked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "apply")]
    private Facts? Applied { get; set; }

    /// <summary>Whether the changes stand on the page to be confirmed.</summary>
    private bool IsConfirming => differences.Count > 0 || (Applied is not null && Refusal is null);

    private Facts Form { get; set; } = new();

    /// <summary>The documents that prove it: another one is first added as a proof.</summary>
    private IEnumerable<DocumentChoice> Choices => Honour!.Documents.Values.OrderBy(d => d.Date).ThenBy(d => d.Id);

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Honour is not null)
        {
            Form = Checked ?? Applied ?? Facts.Of(Honour.Conferral, Asked);
        }
    }

    protected override RequestKind? Answers => RequestKind.Correct;

    private void Check()
    {
        if (Honour is null)
        {
            return;
        }

        try
        {
            _ = Stamp(Form);
            if (Form.Version != Honour.Conferral.Version)
            {
                Refusal = new TheConferralIsAsItWasSeen(Form.Version, Honour.Conferral.Version).Advice;
                Form = Facts.Of(Honour.Conferral);
                return;
            }

            differences = [.. Differences(Honour.Conferral.Facts, Form.Read())];
            Refusal = differences.Count == 0 ? EditingTexts.NothingDiffers : null;
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
        }
    }

    private async Task ApplyAsync()
    {
        await SendAsync(
            () =>
                Registry.SendAsync(
                    Honour!.Conferral.AwardId,
                    new CorrectConferral(Stamp(Form), Id, Form.Read(), Form.Version, RequestId: Asked?.Id),
                    Gone
                ),
            EditingDone.Changed
        );
        if (Refusal is not null && Honour is not null)
        {
            Form = Facts.Of(Honour.Conferral);
        }
    }

    private IEnumerable<(string Field, string Before, string After)> Differences(ConferralFacts before, ConferralFacts after)
    {
        (string Field, string? Before, string? After)[] all =
        [
            (EditingTexts.Year, Number(before.Year), Number(after.Year)),
            (EditingTexts.Edition, before.Edition, after.Edition),
            (EditingTexts.Date, before.Date?.ToString(), after.Date?.ToString()),
            (EditingTexts.AsPrinted, before.AwardAsPrinted, after.AwardAsPrinted),
            (EditingTexts.Level, before.Level.ToChinese(), after.Level.ToChinese()),
            (EditingTexts.Body, before.ConferringBody, after.ConferringBody),
            (EditingTexts.DocumentOf, Document(before.DocumentId), Document(after.DocumentId)),
        ];
        return all.Where(f => !string.Equals(f.Before, f.After, StringComparison.Ordinal))
            .Select(f => (f.Field, f.Before ?? EditingTexts.None, f.After ?? EditingTexts.None));
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string? Document(Guid? id) =>
        id is { } known && Honour!.Documents.GetValueOrDefault(known) is { } document ? EditingWording.Line(document) : null;

    /// <summary>The form.</summary>
    private sealed class Facts : EditingForm
    {
        public string? Year { get; set; }

        public string? Edition { get; set; }

        public string? Date { get; set; }

        public string? AwardAsPrinted { get; set; }

        public AwardLevel Level { get; set; }

        public string? ConferringBody { get; set; }

        public string? DocumentId { get; set; }

        /// <summary>What the form holds besides its stamp, to be sent once more.</summary>
        public IEnumerable<(string Name, string? Value)> Fields =>
            [
                (nameof(Year), Year),
                (nameof(Edition), Edition),
                (nameof(Date), Date),
                (nameof(AwardAsPrinted), AwardAsPrinted),
                (nameof(Level), Level.ToString()),
                (nameof(ConferringBody), ConferringBody),
                (nameof(DocumentId), DocumentId),
                (nameof(Reason), Reason),
            ];

        /// <param name="asked">What an employee says would be right; null when nobody does.</param>
        public static Facts Of(Conferral conferral, EmployeeRequest? asked = null) =>
            new()
            {
                Version = conferral.Version,
                Year = Number(asked?.Year ?? conferral.Year),
                Edition = conferral.Edition,
                Date = conferral.Date?.ToString(),
                AwardAsPrinted = asked?.AwardText ?? conferral.AwardAsPrinted,
                Level = conferral.Level,
                ConferringBody = asked?.ConferringBody ?? conferral.ConferringBody,
                DocumentId = conferral.DocumentId?.ToString(),
                Reason = asked is null ? null : RequestTexts.ReasonCorrect,
            };

        /// <exception cref="FieldRefusedException">A field is wrong.</exception>
        public ConferralFacts Read() =>
            new(
                Told.Year(Year),
                Told.Text(Edition),
                Told.Text(AwardAsPrinted) ?? throw new FieldRefusedException(EditingTexts.PrintedMissing),
                Enum.IsDefined(Level) ? Level : throw new FieldRefusedException(EditingTexts.LevelWrong),
                Told.Text(ConferringBody),
                Guid.TryParse(DocumentId, out var document) ? document : null,
                Told.Partial(Date)
            );
    }
}
