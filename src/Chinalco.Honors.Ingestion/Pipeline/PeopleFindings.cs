using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Linking;

namespace Chinalco.Honors.Ingestion.Pipeline;

/// <summary>Lists the people of a file with their roles, and links those who receive an honour.</summary>
internal static class PeopleFindings
{
    public static ImmutableArray<PersonFinding> Of(
        ImmutableArray<ArticleReading> readings,
        ImmutableArray<PlacedClaim> selected,
        ImmutableHashSet<string> revoked,
        PersonLinker linker
    )
    {
        var people = ImmutableArray.CreateBuilder<PersonFinding>();
        var received = selected.Where(placed => placed.Claim.Recipient.Kind == RecipientKind.Person).ToLookup(placed => placed.ArticleId);
        var corrected = readings
            .SelectMany(reading => reading.Claims)
            .Where(claim => claim.Rule == "correction")
            .Select(claim => claim.Recipient.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            var id = reading.Scan.Article.Id;
            var roles = new RoleReader(reading.Scan, reading.Profiles);
            var recipients = received[id]
                .Select(placed => placed.Claim.Recipient)
                .GroupBy(recipient => (recipient.Name, recipient.Unit?.Code))
                .Select(group => group.First())
                .ToList();
            foreach (var recipient in recipients)
            {
                var role =
                    revoked.Contains(recipient.Name) && !corrected.Contains(recipient.Name) ? PersonRole.Subject
                    : recipient.IsApprentice ? PersonRole.Apprentice
                    : roles.Of(recipient.Name, receives: true);
                people.Add(
                    new(recipient.Name, recipient.UnitText, recipient.Unit?.Name, recipient.Position, role, id, linker.Link(recipient))
                );
            }

            var others = reading
                .Scan.People.Concat(reading.Scan.Credited)
                .Select(person => person.Name)
                .Concat(reading.Scan.Article.Authors.Select(FoldedText.Of))
                .Distinct(StringComparer.Ordinal)
                .Except(recipients.Select(recipient => recipient.Name), StringComparer.Ordinal);
            foreach (var name in others)
            {
                var profile = reading.Profiles.Of(name);
                people.Add(
                    new(
                        name,
                        profile?.UnitText,
                        profile?.Unit?.Name,
                        profile?.Position,
                        roles.Of(name, receives: false),
                        id,
                        PersonLink.NotLookedFor
                    )
                );
            }
        }

        return people.ToImmutable();
    }
}
