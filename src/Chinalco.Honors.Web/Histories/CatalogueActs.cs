using System.Globalization;
using System.Text.Json;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What records of the chains of units, awards, documents and articles say.</summary>
internal static class CatalogueActs
{
    public static ToldAct OfUnit(AuditRecord record, JsonElement detail) =>
        record.Action switch
        {
            "unit.register" or "unit.import" => new ToldAct(HistoryTopic.Entry)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldName), ToldValue.Of(detail.Text("name"))),
                    new(nameof(HistoryTexts.FieldTier), Tier(detail)),
                    new(
                        nameof(HistoryTexts.FieldParent),
                        detail.Text("parent") is { } code ? new ToldValue(null, Code: code) : Unit(detail, "parentId")
                    ),
                    new(nameof(HistoryTexts.FieldPlace), ToldValue.Of(detail.Text("place"))),
                    new(nameof(HistoryTexts.FieldSummary), ToldValue.Of(detail.Text("summary"))),
                    .. detail.Texts("aliases").Concat(detail.Texts("formerNames")).Select(OtherName),
                    .. detail.Items("otherNames").Select(name => OtherName(NameOf(name))),
                ],
            },
            "unit.name" => new ToldAct(HistoryTopic.Facts) { Fields = [OtherName(NameOf(detail))] },
            "unit.rename" => new ToldAct(HistoryTopic.Facts)
            {
                Fields = [new(nameof(HistoryTexts.FieldName), ToldValue.Of(detail.Text("name"))), .. Since(detail)],
            },
            "unit.move" => new ToldAct(HistoryTopic.Facts)
            {
                Fields = [new(nameof(HistoryTexts.FieldParent), Unit(detail, "parentId")), .. Since(detail)],
            },
            "unit.correct" => new ToldAct(HistoryTopic.Facts)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldTier), Tier(detail)),
                    new(nameof(HistoryTexts.FieldPlace), ToldValue.Of(detail.Text("place"))),
                    .. detail.Text("summary") is { } summary
                        ? [new ToldField(nameof(HistoryTexts.FieldSummary), ToldValue.Of(summary))]
                        : Array.Empty<ToldField>(),
                    .. detail.Date("foundedOn") is { } founded
                        ? [new ToldField(nameof(HistoryTexts.FieldFounded), ToldValue.Of(founded))]
                        : Array.Empty<ToldField>(),
                ],
            },
            "unit.dissolve" => new ToldAct(HistoryTopic.End)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldEnded), ToldValue.Of(detail.Date("on"))),
                    new(nameof(HistoryTexts.FieldHeir), Unit(detail, "heirId")),
                    OrderedBy(detail),
                ],
            },
            "unit.take-over" => new ToldAct(HistoryTopic.Facts)
            {
                Fields = [new(nameof(HistoryTexts.FieldTakenOver), Unit(detail, "unitId")) { Adds = true }, .. Since(detail)],
            },
            "unit.split" => new ToldAct(HistoryTopic.Facts)
            {
                Fields =
                [
                    .. detail
                        .Items("parts")
                        .Select(part => new ToldField(nameof(HistoryTexts.FieldPart), Unit(part, "id")) { Adds = true }),
                    new(nameof(HistoryTexts.FieldHeir), Unit(detail, "heirId")),
                    .. Since(detail),
                ],
            },
            "unit.headcount" => new ToldAct(HistoryTopic.Facts)
            {
                RosterFile = detail.Text("fileName"),
                Line = detail.Number("line"),
                Fields =
                [
                    new(HistoryTexts.FieldHeadcount.With(detail.Text("year")), ToldValue.Of(detail.Text("after") ?? detail.Text("number")))
                    {
                        Before = ToldValue.Of(detail.Text("before")),
                        SaysBefore = true,
                    },
                ],
            },
            _ => new ToldAct(HistoryTopic.Facts),
        };

    public static ToldAct OfAward(AuditRecord record, JsonElement detail)
    {
        return record.Action switch
        {
            "award.register" or "award.import" => new ToldAct(HistoryTopic.Entry)
            {
                Fields = [.. Award(detail), .. detail.Texts("aliases").Select(OtherName)],
            },
            "award.describe" => new ToldAct(HistoryTopic.Facts)
            {
                Fields = [.. Corrected(detail, part => [.. Award(part), OtherNames(part)])],
            },
            "award.alias" => new ToldAct(HistoryTopic.Facts) { Fields = [OtherName(detail.Text("name"))] },

            // Two entries of a person became one, or one became two: the honours stay, their recipient is another entry.
            "award.reassign" => new ToldAct(HistoryTopic.Facts)
            {
                Fields =
                [
                    new(
                        nameof(HistoryTexts.FieldHonours),
                        ToldValue.Of(detail.Items("conferrals").Count().ToString(CultureInfo.InvariantCulture)),
                        FieldGuard.Keeper
                    )
                    {
                        Adds = true,
                    },
                ],
            },
            _ => new ToldAct(HistoryTopic.Facts),
        };
    }

    /// <param name="mayOpenScans">A scan's file name may name people, as the scan does.</param>
    public static ToldAct OfDocument(AuditRecord record, JsonElement detail, bool mayOpenScans) =>
        record.Action switch
        {
            "document.register" => new ToldAct(HistoryTopic.Entry)
            {
                Fields = [.. Document(detail), .. detail.Part("scan") is { } scan ? [Scan(scan, mayOpenScans)] : Array.Empty<ToldField>()],
                Proofs = [new ToldProof(detail.Text("issuingBody"), null, null, null, null, record.EntityId, null)],
            },
            "document.correct" => new ToldAct(HistoryTopic.Facts) { Fields = [.. Corrected(detail, part => [.. Document(part)])] },
            "document.scan" => new ToldAct(HistoryTopic.Proof) { Fields = [Scan(detail, mayOpenScans)] },
            "document.revoke" => new ToldAct(HistoryTopic.End)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldGround), ToldValue.Of(detail.Text("reason"))),
                    new(nameof(HistoryTexts.FieldRevokedBy), ToldValue.Of(detail.Part("revocation")?.Text("body"))),
                    new(nameof(HistoryTexts.FieldRevokedOn), ToldValue.Of(detail.Part("revocation")?.Date("date"))),
                    new(
                        nameof(HistoryTexts.FieldRevokedByDocument),
                        ToldValue.Of(AuditKinds.Document, detail.Part("revocation")?.Id("documentId"))
                    ),
                    // How many: hidden ones among them.
                    new(nameof(HistoryTexts.FieldHonours), ToldValue.Of(detail.Text("honours")), FieldGuard.Keeper),
                ],
            },
            _ => new ToldAct(HistoryTopic.Facts),
        };

    public static ToldAct OfArticle(AuditRecord record, JsonElement detail) =>
        record.Action switch
        {
            "article.store" => new ToldAct(HistoryTopic.Entry)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldTitle), ToldValue.Of(detail.Text("title"))),
                    new(nameof(HistoryTexts.FieldTextHash), ToldValue.Of(detail.Text("textSha256"))),
                ],
                Proofs = [new ToldProof(null, null, record.EntityId, null, null, null, null)],
            },
            "article.not-them" => new ToldAct(HistoryTopic.Facts)
            {
                Fields =
                [
                    new(nameof(HistoryTexts.FieldIsNot), ToldValue.Of(AuditKinds.Honoree, detail.Id("honoreeId")), FieldGuard.Person)
                    {
                        Adds = true,
                        Whom = detail.Id("honoreeId"),
                    },
                ],
            },
            _ => new ToldAct(HistoryTopic.Facts),
        };

    /// <summary>A correction that tells everything before and after.</summary>
    private static IEnumerable<ToldField> Corrected(JsonElement detail, Func<JsonElement, IReadOnlyList<ToldField>> fields) =>
        fields(detail.Part("before") ?? default)
            .Zip(fields(detail.Part("after") ?? default), (before, after) => after with { Before = before.Value, SaysBefore = true });

    private static IReadOnlyList<ToldField> Award(JsonElement detail)
    {
        var more = detail.Part("details") ?? detail;
        return
        [
            new(nameof(HistoryTexts.FieldName), ToldValue.Of(detail.Text("name"))),
            new(nameof(HistoryTexts.FieldLevel), ToldValue.Of(detail.Level("level"))),
            new(nameof(HistoryTexts.FieldTreatmentLevel), ToldValue.Of(more.Level("treatmentLevel"))),
            new(
                nameof(HistoryTexts.FieldFamily),
                ToldValue.Of(Enum.TryParse<AwardFamily>(detail.Text("family"), out var family) ? family.ToChinese() : detail.Text("family"))
            ),
            new(nameof(HistoryTexts.FieldBody), ToldValue.Of(detail.Text("conferringBody"))),
            new(nameof(HistoryTexts.FieldCycle), ToldValue.Of(more.Text("cycle"))),
            new(nameof(HistoryTexts.FieldFor), ToldValue.Of(Kinds(more))),
            new(nameof(HistoryTexts.FieldSummary), ToldValue.Of(more.Text("summary"))),
        ];
    }

    /// <summary>All of them, where a record says which there were and which there are.</summary>
    private static ToldField OtherNames(JsonElement detail) =>
        new(nameof(HistoryTexts.FieldOtherName), ToldValue.Of(string.Join(HonourTexts.ListComma, detail.Texts("aliases"))));

    /// <summary>What a document's draft says, as the document's own row does too.</summary>
    private static IEnumerable<ToldField> Document(JsonElement draft) =>
        [
            new(nameof(HistoryTexts.FieldTitle), ToldValue.Of(draft.Text("title"))),
            new(nameof(HistoryTexts.FieldDocumentNumber), ToldValue.Of(draft.Text("number"))),
            new(
                nameof(HistoryTexts.FieldKind),
                ToldValue.Of(Enum.TryParse<DocumentKind>(draft.Text("kind"), out var kind) ? Wording.Kind(kind) : draft.Text("kind"))
            ),
            new(nameof(HistoryTexts.FieldIssuer), ToldValue.Of(draft.Text("issuingBody"))),
            new(nameof(HistoryTexts.FieldDate), ToldValue.Of(draft.Date("date"))),
        ];

    private static ToldField Scan(JsonElement scan, bool mayOpen) =>
        new(nameof(HistoryTexts.FieldScan), ToldValue.Of(mayOpen ? scan.Text("fileName") : HistoryTexts.AScan)) { Adds = true };

    /// <summary>From which day on, and the document that ordered it.</summary>
    private static ToldField[] Since(JsonElement detail) =>
        [new(nameof(HistoryTexts.FieldSince), ToldValue.Of(detail.Date("on"))) { Adds = true }, OrderedBy(detail)];

    private static ToldField OrderedBy(JsonElement detail) =>
        new(nameof(HistoryTexts.FieldOrder), ToldValue.Of(AuditKinds.Document, detail.Id("documentId"))) { Adds = true };

    private static ToldValue? Unit(JsonElement detail, string name) => ToldValue.Of(AuditKinds.Unit, detail.Id(name));

    private static ToldValue? Tier(JsonElement detail) =>
        ToldValue.Of(Enum.TryParse<UnitTier>(detail.Text("tier"), out var tier) ? tier.ToChinese() : detail.Text("tier"));

    private static ToldField OtherName(string? name) => new(nameof(HistoryTexts.FieldOtherName), ToldValue.Of(name)) { Adds = true };

    private static string? NameOf(JsonElement told) =>
        Enum.TryParse<UnitNameKind>(told.Text("kind"), out var kind)
            ? HistoryTexts.NameOfKind.With(told.Text("name"), Wording.Kind(kind))
            : told.Text("name");

    private static string Kinds(JsonElement detail) =>
        string.Join(
            HonourTexts.ListComma,
            detail.Texts("recipients").Select(text => Enum.TryParse<RecipientKind>(text, out var kind) ? Wording.Kind(kind) : text)
        );
}
