using System.Globalization;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>What the forms of one nomination carry; each of them fills what it asks for.</summary>
public sealed class CourseForm : EditingForm
{
    /// <summary>Where the nomination stood as it was shown, or where it is to go back to.</summary>
    public NominationStage Stage { get; set; }

    public string? Text { get; set; }

    public string? Body { get; set; }

    public string? Date { get; set; }

    public string? Expected { get; set; }

    public string? Present { get; set; }

    public string? InFavour { get; set; }

    public IFormFile? Scan { get; set; }

    /// <summary>The level of a publicity.</summary>
    public string? Level { get; set; }

    public string? Place { get; set; }

    /// <summary>Which publicity, objection or consultation.</summary>
    public Guid Which { get; set; }

    /// <summary>How an objection came.</summary>
    public string? Channel { get; set; }

    /// <summary>yes or no: whether a body agrees, or an objection is right.</summary>
    public string? Answer { get; set; }

    public string? ValidUntil { get; set; }

    /// <summary>The key of a declared fact.</summary>
    public string? Key { get; set; }

    public string? Value { get; set; }

    public string? Evidence { get; set; }

    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    internal VoteFacts ReadVote(ScanFacts? minutes) =>
        new(Told.Text(Body) ?? "", ReadDate(), Number(Expected), Number(Present), Number(InFavour), minutes);

    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    internal ConsultationAnswer ReadAnswer(ScanFacts? letter) =>
        new(ReadDate(), Told.Text(Text) ?? "", ReadYesOrNo(), Told.Day(ValidUntil), letter);

    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    internal ToldObjection ReadObjection() => new(Which, Told.Text(Text) ?? "", ReadDate(), Told.Text(Channel) ?? "");

    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    internal FactTold ReadFact() => new(Told.Text(Value) ?? "", Told.Text(Evidence) ?? "", Told.Day(ValidUntil));

    /// <exception cref="FieldRefusedException">It is missing or wrong.</exception>
    internal DateOnly ReadDate() => Told.Day(Date) ?? throw new FieldRefusedException(CourseTexts.DateMissing);

    /// <exception cref="FieldRefusedException">Nobody chose.</exception>
    internal bool ReadYesOrNo() =>
        Answer switch
        {
            "yes" => true,
            "no" => false,
            _ => throw new FieldRefusedException(CourseTexts.AnswerMissing),
        };

    private static int Number(string? text) =>
        int.TryParse(Told.Text(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FieldRefusedException(CourseTexts.NumberMissing);
}
