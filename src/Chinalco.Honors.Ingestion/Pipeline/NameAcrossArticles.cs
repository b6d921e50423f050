using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Claims;

namespace Chinalco.Honors.Ingestion.Pipeline;

/// <summary>
/// A recipient whose unit one article leaves out has the unit that the other articles of the file state for the name, if they agree:
/// the decision on the page says who, the profile beside it says where from.
/// </summary>
internal static class NameAcrossArticles
{
    public static ImmutableArray<ArticleReading> Complete(ImmutableArray<ArticleReading> readings)
    {
        var stated = readings
            .SelectMany(reading => reading.Profiles.All)
            .Where(profile => profile.Unit is not null)
            .ToLookup(profile => profile.Name, StringComparer.Ordinal);
        return
        [
            .. readings.Select(reading =>
                reading with
                {
                    Claims = [.. reading.Claims.Select(claim => claim with { Recipient = Complete(claim.Recipient, stated) })],
                }
            ),
        ];
    }

    private static Recipient Complete(Recipient recipient, ILookup<string, Recipient> stated)
    {
        if (
            recipient.Kind != RecipientKind.Person
            || (recipient.Unit is not null && !recipient.UnitIsInferred)
            || stated[recipient.Name].FirstOrDefault() is not { } first
            || stated[recipient.Name].Any(other => other.Unit!.Code != first.Unit!.Code)
        )
        {
            return recipient;
        }

        return recipient with
        {
            UnitText = first.UnitText,
            Unit = first.Unit,
            Position = recipient.Position ?? first.Position,
            UnitIsInferred = false,
        };
    }
}
