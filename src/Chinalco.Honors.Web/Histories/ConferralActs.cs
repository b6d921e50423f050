using System.Text.Json;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What records of an award's chain say of one conferral.</summary>
internal static class ConferralActs
{
    public static ToldAct Of(AuditRecord record, JsonElement detail)
    {
        var change = detail.Part("change") ?? detail;
        return record.Action switch
        {
            "award.confer" => Conferred(record, detail),
            "award.prove" or "award.learn" => Proved(detail, change),
            "award.correct" => Corrected(change),
            "award.end" => Ended(change),
            "award.reinstate" => Reinstated(change),
            "award.certificate" => Certified(change),
            "award.return" => Returned(change),
            "award.withdraw" => new ToldAct(HistoryTopic.Proof, HistoryTexts.ProofWithdrawn) { Proofs = ByFinding(change.Id("findingId")) },
            "award.show" => new ToldAct(HistoryTopic.Visibility)
            {
                IsForKeepers = true,
                Fields = [new(nameof(HistoryTexts.FieldVisibility), PersonActs.VisibleTo(change, "to"), FieldGuard.Keeper)],
            },
            _ => new ToldAct(HistoryTopic.Facts),
        };
    }

    private static ToldAct Conferred(AuditRecord record, JsonElement detail)
    {
        var recipients = detail.Items("recipients").ToList();
        var first = recipients.Count > 0 ? recipients[0].Id("honoreeId") : null;
        return new ToldAct(HistoryTopic.Entry, HistoryTexts.Conferred)
        {
            Fields =
            [
                new(nameof(HistoryTexts.FieldAward), ToldValue.Of(AuditKinds.Award, record.EntityId)),
                .. recipients.Select(r => new ToldField(
                    nameof(HistoryTexts.FieldRecipient),
                    ToldValue.Of(r.Text("unitAsPrinted") is { } unit ? $"{r.Text("nameAsPrinted")}（{unit}）" : r.Text("nameAsPrinted")),
                    FieldGuard.Person
                )
                {
                    Adds = true,
                    Whom = r.Id("honoreeId"),
                }),
                .. Facts(detail.Part("facts") ?? detail),
                new(nameof(HistoryTexts.FieldCertificateNumber), ToldValue.Of(detail.Text("certificateNumber")), FieldGuard.Certificate)
                {
                    Whom = first,
                },
                State(ConferralStatus.Confirmed),
            ],
            Proofs = Evidence(detail.Part("evidence")),
        };
    }

    /// <summary>A report of what stands already adds a proof, and the year where nobody knew it.</summary>
    private static ToldAct Proved(JsonElement detail, JsonElement change) =>
        new(HistoryTopic.Proof)
        {
            Fields =
                detail.Part("facts") is { } facts && facts.Number("year") is not null
                    ?
                    [
                        new(nameof(HistoryTexts.FieldYear), ToldValue.Of(facts.Year("year"))) { Fills = true },
                        new(nameof(HistoryTexts.FieldEdition), ToldValue.Of(facts.Text("edition"))) { Fills = true },
                    ]
                    : [],
            Proofs = Evidence(detail.Part("evidence") ?? change),
        };

    private static ToldAct Corrected(JsonElement change)
    {
        var (before, after) = (change.Part("before") ?? default, change.Part("after") ?? default);
        return new ToldAct(HistoryTopic.Facts)
        {
            Fields = [.. Facts(before).Zip(Facts(after), (was, isNow) => isNow with { Before = was.Value, SaysBefore = true })],
        };
    }

    private static ToldAct Ended(JsonElement change)
    {
        // A correction says no status: what it replaces was entered wrongly.
        var status = change.State("status") ?? ConferralStatus.Deprecated;
        var revocation = change.Part("revocation") ?? default;
        return new ToldAct(
            HistoryTopic.End,
            status switch
            {
                ConferralStatus.Revoked => HistoryTexts.Revoked,
                ConferralStatus.Expired => HistoryTexts.Expired,
                _ => HistoryTexts.MarkedWrong,
            }
        )
        {
            IsForKeepers = status == ConferralStatus.Deprecated,
            Fields =
            [
                State(status),
                new(nameof(HistoryTexts.FieldGround), ToldValue.Of(change.Text("reason"))),
                new(nameof(HistoryTexts.FieldRevokedBy), ToldValue.Of(revocation.Text("body"))),
                new(nameof(HistoryTexts.FieldRevokedOn), ToldValue.Of(revocation.Date("date"))),
                new(nameof(HistoryTexts.FieldRevokedByDocument), ToldValue.Of(AuditKinds.Document, revocation.Id("documentId"))),
                .. status == ConferralStatus.Revoked ? Back(revocation, "medalReturned", "certificateReturned") : [],
            ],
        };
    }

    private static ToldAct Reinstated(JsonElement change) =>
        new(HistoryTopic.End, HistoryTexts.HoldsAgain)
        {
            IsForKeepers = change.Part("before")?.State("status") == ConferralStatus.Deprecated,
            Fields =
            [
                State(ConferralStatus.Confirmed),
                .. new[]
                {
                    nameof(HistoryTexts.FieldGround),
                    nameof(HistoryTexts.FieldRevokedBy),
                    nameof(HistoryTexts.FieldRevokedOn),
                    nameof(HistoryTexts.FieldRevokedByDocument),
                }.Select(key => new ToldField(key, Value: null)),
            ],
            Proofs = ByFinding(change.Id("findingId")),
        };

    private static ToldAct Certified(JsonElement change)
    {
        var step = Enum.TryParse<CertificateStep>(change.Text("step"), out var known) ? EditingWording.Step(known) : change.Text("step");
        var recipient = change.Id("recipientId");
        return new ToldAct(HistoryTopic.Certificate)
        {
            Fields =
            [
                Field(nameof(HistoryTexts.FieldCertificateStep), step),
                .. change.Text("number") is { } number
                    ? [Field(nameof(HistoryTexts.FieldCertificateNumber), number)]
                    : Array.Empty<ToldField>(),
                Field(nameof(HistoryTexts.FieldCertificateOn), change.Date("on")),
            ],
        };

        ToldField Field(string key, string? value) => new(key, ToldValue.Of(value), FieldGuard.Certificate) { Whom = recipient };
    }

    private static ToldAct Returned(JsonElement change) =>
        new(HistoryTopic.End) { IsForKeepers = true, Fields = [.. Back(change, "medal", "certificate")] };

    private static IEnumerable<ToldField> Back(JsonElement told, string medal, string certificate) =>
        [
            new(nameof(HistoryTexts.FieldMedal), ToldValue.Of(told.Text(medal)), FieldGuard.Keeper),
            new(nameof(HistoryTexts.FieldCertificateBack), ToldValue.Of(told.Text(certificate)), FieldGuard.Keeper),
        ];

    /// <summary>Always the same fields in the same order.</summary>
    private static IEnumerable<ToldField> Facts(JsonElement facts) =>
        [
            new(nameof(HistoryTexts.FieldYear), ToldValue.Of(facts.Year("year"))),
            new(nameof(HistoryTexts.FieldEdition), ToldValue.Of(facts.Text("edition"))),
            new(nameof(HistoryTexts.FieldAsPrinted), ToldValue.Of(facts.Text("awardAsPrinted"))),
            new(nameof(HistoryTexts.FieldLevel), ToldValue.Of(facts.Level("level"))),
            new(nameof(HistoryTexts.FieldBody), ToldValue.Of(facts.Text("conferringBody"))),
            new(nameof(HistoryTexts.FieldDate), ToldValue.Of(facts.Date("date"))),
            new(nameof(HistoryTexts.FieldDocument), ToldValue.Of(AuditKinds.Document, facts.Id("documentId"))),
        ];

    private static ToldField State(ConferralStatus status) => new(nameof(HistoryTexts.FieldState), ToldValue.Of(Wording.State(status)));

    private static IReadOnlyList<ToldProof> Evidence(JsonElement? told) =>
        told is { } proof && (proof.Id("articleId") ?? proof.Id("documentId")) is not null
            ?
            [
                new ToldProof(
                    proof.Text("assertedBy"),
                    proof.Text("quote"),
                    proof.Id("articleId"),
                    proof.Number("start"),
                    proof.Number("end"),
                    proof.Id("documentId"),
                    proof.Id("findingId")
                ),
            ]
            : [];

    private static IReadOnlyList<ToldProof> ByFinding(Guid? finding) =>
        finding is null ? [] : [new ToldProof(null, null, null, null, null, null, finding)];
}
