using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>An award with those who receive it in one line.</summary>
/// <param name="Heading">The award.</param>
/// <param name="Recipients">Who receives it.</param>
internal readonly record struct AwardedRow(ListHeading Heading, ImmutableArray<Recipient> Recipients);

/// <summary>The claims that rows make.</summary>
internal sealed class ListClaims(
    ArticleScan scan,
    RecipientReader reader,
    AwardResolver awards,
    PersonProfiles profiles,
    HeadingReader headings
)
{
    private readonly UnitInference inference = new(scan, reader, profiles);
    private readonly List<Claim> claims = [];
    private readonly List<RevocationClaim> takenBack = [];
    private readonly List<(Recipient Recipient, int Start, int End)> waiting = [];

    /// <summary>Who received what.</summary>
    public ImmutableArray<Claim> Claims => [.. claims];

    /// <summary>Who lost what.</summary>
    public ImmutableArray<RevocationClaim> TakenBack => [.. takenBack];

    /// <summary>Keeps the people of rows without a heading: their award may follow.</summary>
    public void Wait(ListRow row, int start, int end) => waiting.AddRange(row.Recipients.Select(recipient => (recipient, start, end)));

    /// <summary>The recipients of a line receive its award, or lose it where the document takes back.</summary>
    public void Add(AwardedRow row, int start, int end, string rule, bool isDoubtful = false)
    {
        var heading = row.Heading;
        if (!heading.Confers)
        {
            TakeBack(row, start, end);
            return;
        }

        foreach (var recipient in row.Recipients)
        {
            var completed = inference.Complete(profiles.Complete(recipient), start);
            var award = awards.Resolve(heading.Mention, heading.Context with { Issuer = heading.Context.Issuer ?? completed.Unit });
            claims.Add(
                new(
                    completed,
                    award,
                    start,
                    end,
                    rule,
                    $"名单标题为“{award.Canonical}”，“{recipient.Name}”列在其下{ClaimExplanation.Shared(award, heading.Mention)}。",
                    Tied.Here | (isDoubtful || recipient.IsUnsure ? ClaimTraits.Unproven : ClaimTraits.None),
                    heading.Mention
                )
            );
        }
    }

    /// <summary>以上4人同时获“…”称号: the waiting rows receive it; each row is the proof.</summary>
    /// <returns>Whether any row was waiting.</returns>
    public bool GiveToWaiting(int start, int end)
    {
        if (waiting.Count == 0)
        {
            return false;
        }

        if (scan.AwardsIn(start, end).FirstOrDefault() is { } mention && !GrantGuard.IsVoid(scan.Text.AsSpan(start, end - start)))
        {
            var award = awards.Resolve(
                mention,
                new(scan.Issuer, Year: mention.Year ?? YearReader.First(FoldedText.Of(scan.Article.Title ?? "")))
            );
            claims.AddRange(
                waiting.Select(row => new Claim(
                    profiles.Complete(row.Recipient),
                    award,
                    row.Start,
                    row.End,
                    "award-after-list",
                    $"名单之后写明“{scan.Text[start..end].Trim()}”，“{row.Recipient.Name}”在名单中。",
                    ClaimTraits.RecipientInClause | ClaimTraits.ExplicitTie,
                    mention
                ))
            );
        }

        waiting.Clear();
        return true;
    }

    /// <summary>Under a heading of a document that revokes stand those who lose it.</summary>
    private void TakeBack(AwardedRow row, int start, int end)
    {
        if (!headings.Document.TakesBack || headings.Document.Corrects)
        {
            return;
        }

        foreach (var recipient in row.Recipients)
        {
            var award = awards.Resolve(
                row.Heading.Mention,
                row.Heading.Context with
                {
                    Issuer = row.Heading.Context.Issuer ?? recipient.Unit,
                }
            );
            takenBack.Add(new(recipient.Name, award.Canonical, "撤销", start, end));
        }
    }
}
