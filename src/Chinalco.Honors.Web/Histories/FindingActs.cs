using System.Text.Json;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What records of a finding's chain say.</summary>
internal static class FindingActs
{
    public static ToldAct Of(AuditRecord record, JsonElement detail)
    {
        var (claim, before) = (detail.Part("claim"), detail.Part("before"));
        return new ToldAct(HistoryTopic.Desk)
        {
            Fields =
            [
                .. claim is { } told
                    ? Claim(told)
                        .Zip(Claim(before ?? told), (isNow, was) => isNow with { Before = was.Value, SaysBefore = before is not null })
                    : [],
                .. detail.Text("reason") is { } reason
                    ? [new(nameof(HistoryTexts.FieldGround), ToldValue.Of(reason))]
                    : Array.Empty<ToldField>(),
            ],
            People = [.. new[] { claim?.Id("honoreeId"), before?.Id("honoreeId") }.OfType<Guid>().Distinct()],
            Proofs = [new ToldProof(null, null, null, null, null, null, record.EntityId)],
        };
    }

    /// <summary>Always the same fields in the same order.</summary>
    private static IEnumerable<ToldField> Claim(JsonElement claim) =>
        [
            new(nameof(HistoryTexts.FieldRecipient), ToldValue.Of(claim.Text("recipientName"))),
            new(nameof(HistoryTexts.FieldIs), ToldValue.Of(AuditKinds.Honoree, claim.Id("honoreeId"))),
            new(nameof(HistoryTexts.FieldUnit), ToldValue.Of(claim.Text("unitName") ?? claim.Text("unitText"))),
            new(nameof(HistoryTexts.FieldPosition), ToldValue.Of(claim.Text("position"))),
            new(nameof(HistoryTexts.FieldAward), ToldValue.Of(claim.Text("awardName"))),
            new(nameof(HistoryTexts.FieldAsPrinted), ToldValue.Of(claim.Text("awardText"))),
            new(nameof(HistoryTexts.FieldLevel), ToldValue.Of(claim.Level("level"))),
            new(nameof(HistoryTexts.FieldBody), ToldValue.Of(claim.Text("conferringBody"))),
            new(nameof(HistoryTexts.FieldYear), ToldValue.Of(claim.Year("year"))),
            new(nameof(HistoryTexts.FieldEdition), ToldValue.Of(claim.Text("edition"))),
        ];
}
