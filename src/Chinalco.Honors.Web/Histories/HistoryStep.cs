using System.Text.Json;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>One act of a history, with whoever did it when.</summary>
/// <param name="Object">What it was done to: the entity, one of its conferrals, or a finding. Fields of one object follow one another.</param>
/// <param name="Record">Null when only the tables know of it.</param>
internal sealed record HistoryStep(Guid Id, DateTimeOffset At, string By, Guid Object, ToldAct Act, AuditRecord? Record = null)
{
    public static HistoryStep Of(AuditRecord record, HistoryMaterial material, bool mayOpenScans)
    {
        JsonElement detail;
        try
        {
            using var json = JsonDocument.Parse(record.Detail);
            detail = json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Tampered with: the chain's check says so; here stands who did what, and no difference.
            detail = default;
        }

        var conferral = record.EntityKind == AuditKinds.Award ? detail.Id("conferralId") : null;
        var act = record.EntityKind switch
        {
            AuditKinds.Honoree => PersonActs.Of(record, detail),
            AuditKinds.Unit => CatalogueActs.OfUnit(record, detail),
            AuditKinds.Award when conferral is not null => ConferralActs.Of(record, detail),
            AuditKinds.Award => CatalogueActs.OfAward(record, detail),
            AuditKinds.Document => CatalogueActs.OfDocument(record, detail, mayOpenScans),
            AuditKinds.Article => CatalogueActs.OfArticle(record, detail),
            AuditKinds.Finding => FindingActs.Of(record, detail),
            _ => new ToldAct(HistoryTopic.Facts),
        };
        var told = act with { Proofs = [.. act.Proofs.Select(p => Found(p, material))] };
        return new HistoryStep(record.Id, record.At, record.ActorName, conferral ?? record.EntityId, told, record);
    }

    /// <summary>The conferral that a record of an award's chain is about.</summary>
    public static Guid? ConferralOf(AuditRecord record)
    {
        var beginning = HistoryRecords.BeginningOf(null);
        return
            record.Detail.StartsWith(beginning, StringComparison.Ordinal)
            && record.Detail.Length >= beginning.Length + 36
            && Guid.TryParse(record.Detail.AsSpan(beginning.Length, 36), out var id)
            ? id
            : null;
    }

    /// <summary>A conferral that stood before the trail began, or came in bulk.</summary>
    public static HistoryStep Beginning(Conferral conferral) =>
        new(
            conferral.Id,
            conferral.EnteredAt,
            conferral.Evidence.OrderBy(e => e.EnteredAt).FirstOrDefault()?.EnteredBy ?? HistoryTexts.Unknown,
            conferral.Id,
            new ToldAct(HistoryTopic.Entry, HistoryTexts.Conferred)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldAward), ToldValue.Of(AuditKinds.Award, conferral.AwardId)),
                    .. conferral
                        .Recipients.OrderBy(r => r.Order)
                        .Select(r => new ToldField(nameof(HistoryTexts.FieldRecipient), ToldValue.Of(r.NameAsPrinted), FieldGuard.Person)
                        {
                            Adds = true,
                            Whom = r.HonoreeId,
                        }),
                ],
                Proofs =
                [
                    .. conferral.Evidence.Select(e => new ToldProof(
                        e.AssertedBy,
                        e.Quote,
                        e.ArticleId,
                        e.Start,
                        e.End,
                        e.DocumentId,
                        e.FindingId
                    )),
                ],
            }
        );

    /// <summary>A document that was read in a text.</summary>
    public static HistoryStep Beginning(Document document, string by, DateTimeOffset at) =>
        new(
            document.Id,
            at,
            by,
            document.Id,
            new ToldAct(HistoryTopic.Entry, HistoryTexts.DocumentRead)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldTitle), ToldValue.Of(document.Title)),
                    new(nameof(HistoryTexts.FieldDocumentNumber), ToldValue.Of(document.Number)),
                    new(nameof(HistoryTexts.FieldKind), ToldValue.Of(Wording.Kind(document.Kind))),
                    new(nameof(HistoryTexts.FieldIssuer), ToldValue.Of(document.IssuingBody)),
                    new(nameof(HistoryTexts.FieldDate), ToldValue.Of(document.Date is { } day ? Wording.Day(day) : null)),
                ],
                Proofs = [new ToldProof(document.IssuingBody, null, document.ArticleId, null, null, null, null)],
            }
        );

    /// <summary>Where only the finding is named, its sentence is the proof.</summary>
    private static ToldProof Found(ToldProof proof, HistoryMaterial material) =>
        proof is { ArticleId: null, DocumentId: null, FindingId: { } id } && material.Findings.TryGetValue(id, out var finding)
            ? proof with
            {
                ArticleId = finding.ArticleId,
                Quote = finding.Quote,
                Start = finding.Start,
                End = finding.End,
            }
            : proof;
}
