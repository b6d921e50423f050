using System.Globalization;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Numbers as newspapers print them: the digits may be full-width.</summary>
public static class PrintedNumber
{
    private const int MostDigits = 9;

    /// <summary>The number that the decimal digits stand for, whatever their width; null when there is none, another character, or more than nine of them.</summary>
    public static int? Of(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.Length > MostDigits)
        {
            return null;
        }

        var number = 0;
        foreach (var c in digits)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0)
            {
                return null;
            }

            number = number * 10 + digit;
        }

        return number;
    }
}
