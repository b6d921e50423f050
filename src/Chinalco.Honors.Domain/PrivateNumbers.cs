using System.Text;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Domain;

/// <summary>Knows identity-card and mobile telephone numbers, which are never stored: as a whole cell of a table, and within a text.</summary>
public static partial class PrivateNumbers
{
    private const int IdentityNumberLength = 18;
    private const int TelephoneLength = 11;

    /// <summary>Whether the text is an identity-card number, or holds one. Full-width digits count as digits.</summary>
    public static bool HoldsIdentityNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length >= IdentityNumberLength && IdentityNumber().IsMatch(Plain(text));
    }

    /// <summary>Whether the text is a mobile telephone number and nothing else.</summary>
    public static bool IsTelephone(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length >= TelephoneLength && Telephone().IsMatch(Plain(text).Trim().Trim('\u200B', '\uFEFF'));
    }

    /// <summary>Whether a mobile telephone number stands somewhere in the text.</summary>
    public static bool HoldsTelephone(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length >= TelephoneLength && TelephoneWithin().IsMatch(Plain(text));
    }

    private static string Plain(string text) =>
        text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"^(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)(?:86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")]
    private static partial Regex TelephoneWithin();
}
