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
    public static ImmutableArray<ArticleReading> Complete(ImmutableArray<ArticleReading> readings) =>
        [
            .. readings.Select(reading =>
                reading with
                {
                    Claims = [.. reading.Claims.Select(claim => claim with { Recipient = Complete(claim.Recipient, readings) })],
                }
            ),
        ];

    private static Recipient Complete(Recipient recipient, ImmutableArray<ArticleReading> readings)
    {
        if (recipient.Kind != RecipientKind.Person || (recipient.Unit is not null && !recipient.UnitIsInferred))
        {
            return recipient;
        }

        var stated = readings
            .Select(reading => reading.Profiles.Of(recipient.Name))
            .OfType<Recipient>()
            .Where(profile => profile.Unit is not null)
            .DistinctBy(profile => profile.Unit!.Code)
            .ToList();
        return stated is [var only]
            ? recipient with
            {
                UnitText = only.UnitText,
                Unit = only.Unit,
                Position = recipient.Position ?? only.Position,
                UnitIsInferred = false,
            }
            : recipient;
    }
}
