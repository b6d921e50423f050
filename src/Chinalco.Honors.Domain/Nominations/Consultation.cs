using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>征求意见: a body was asked about a nomination.</summary>
public sealed class Consultation
{
    /// <summary>Most UTF-16 units of the body's name.</summary>
    public const int LongestBody = 60;

    /// <summary>Most UTF-16 units of its opinion.</summary>
    public const int LongestOpinion = 1000;

    /// <exception cref="RuleBrokenException">The body has no name.</exception>
    public Consultation(Guid id, Guid nominationId, string body, DateOnly askedOn, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new TextIsGiven("征求意见的部门", body, LongestBody), new NoPrivateNumberIsWritten(body));
        (Id, NominationId, Body, AskedOn, EnteredBy, EnteredAt) = (id, nominationId, body, askedOn, by.Name, at);
    }

    private Consultation() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    public string Body { get; private set; } = "";

    public DateOnly AskedOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? Opinion { get; private set; }

    /// <summary>Whether the body agrees; null while it has not answered.</summary>
    public bool? Agrees { get; private set; }

    /// <summary>The last day that the answer holds; null when it does not run out.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public string? FileName { get; private set; }

    /// <summary>SHA-256 of the letter; names it in the file store.</summary>
    public string? FileSha256 { get; private set; }

    public string? FileType { get; private set; }

    /// <summary>In bytes.</summary>
    public int? FileLength { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The letter; null when none was handed in.</summary>
    public ScanFacts? File => FileSha256 is { } sha256 ? new ScanFacts(FileName ?? "", sha256, FileType ?? "", FileLength ?? 0) : null;

    /// <summary>The body answers.</summary>
    /// <exception cref="RuleBrokenException">It has answered already, or the days do not fit each other.</exception>
    public void Reply(ConsultationAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Require.That(
            new AnAnswerComesAfterTheQuestion(AskedOn, answer.On, answer.ValidUntil),
            new AConsultationIsAnsweredOnce(AnsweredOn),
            new ATextFits("部门意见", answer.Opinion, LongestOpinion),
            new NoPrivateNumberIsWritten(answer.Opinion)
        );
        (AnsweredOn, Opinion, Agrees, ValidUntil) = (answer.On, answer.Opinion, answer.Agrees, answer.ValidUntil);
        if (answer.File is { } file)
        {
            FileName = CutText.To(file.FileName, DocumentFile.LongestName);
            (FileSha256, FileType, FileLength) = (file.Sha256, file.MediaType, file.Length);
        }
    }

    /// <summary>Whether the body agreed and its answer still holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => Agrees == true && (ValidUntil is not { } last || day <= last);
}

/// <summary>What a body answered.</summary>
/// <param name="File">Its bytes are in the file store already; null for none.</param>
public sealed record ConsultationAnswer(DateOnly On, string Opinion, bool Agrees, DateOnly? ValidUntil = null, ScanFacts? File = null);

/// <summary>Nobody answers before being asked, and no answer has run out before it was given.</summary>
public sealed class AnAnswerComesAfterTheQuestion(DateOnly asked, DateOnly answered, DateOnly? validUntil) : IRule
{
    public bool Holds => answered >= asked && (validUntil is not { } last || last >= answered);

    public string Advice => "回复日期不能早于征求日期，有效期不能早于回复日期。";
}

/// <summary>An answer that was given stands; whoever asks again enters another consultation.</summary>
public sealed class AConsultationIsAnsweredOnce(DateOnly? answeredOn) : IRule
{
    public bool Holds => answeredOn is null;

    public string Advice => "该部门已回复；如需再次征求意见，请另行登记。";
}
