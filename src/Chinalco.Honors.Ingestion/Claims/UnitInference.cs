using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Fills in the unit of a recipient who has none, or only a part such as 电解一厂: the unit of the person the text is about, else the
/// enterprise named last, else the one the text is about. A company the registry does not know keeps its own name.
/// </summary>
public sealed class UnitInference(ArticleScan scan, RecipientReader reader, PersonProfiles profiles)
{
    /// <summary>The recipient with its unit, at a place of the article.</summary>
    public Recipient Complete(Recipient recipient, int position)
    {
        var hero = scan.Protagonist is { } name ? profiles.Of(name)?.Unit : null;
        if (
            recipient.Unit is not null
            || HasCompanyName(recipient)
            || (hero ?? scan.EnterpriseBefore(position)) is not { } enterprise
            || !ArticleScan.IsEnterprise(enterprise)
        )
        {
            return recipient;
        }

        return recipient with
        {
            UnitText = recipient.UnitText ?? enterprise.ShortName,
            Unit = recipient.UnitText is { } part ? reader.Descriptions.EntryOf(enterprise.ShortName + part) ?? enterprise : enterprise,
            UnitIsInferred = true,
            Name = recipient.IsProject && recipient.Name.StartsWith('一') ? enterprise.ShortName + recipient.Name : recipient.Name,
        };
    }

    private static bool HasCompanyName(Recipient recipient)
    {
        var text = recipient.Kind == RecipientKind.Person ? recipient.UnitText : recipient.UnitText ?? recipient.Name;
        return text is not null
            && !recipient.IsProject
            && recipient.Kind != RecipientKind.Team
            && Vocabulary.CompanySuffixes.LengthEndingAt(text, text.Length) > 0;
    }
}
