using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Exports;

/// <summary>Which honours a file is asked for. A revoked one is in it only where somebody asked.</summary>
internal static class ExportedStatus
{
    /// <summary>What counts: in force, or ended by itself.</summary>
    public const string Counting = "counting";

    /// <summary>What counts and what was revoked.</summary>
    public const string All = "all";

    /// <summary>What was revoked, alone.</summary>
    public const string Revoked = "revoked";

    /// <summary>What a form sends, as one of ours; what is none means what counts.</summary>
    public static string Read(string? sent) => sent is All or Revoked ? sent : Counting;

    /// <summary>In Chinese, as the file says which honours it lists.</summary>
    /// <param name="wish">One of the words above.</param>
    public static string Words(string wish) =>
        wish switch
        {
            All => ExportTexts.WhichAll,
            Revoked => ExportTexts.WhichRevoked,
            _ => ExportTexts.WhichCounting,
        };

    /// <param name="wish">One of the words above.</param>
    public static bool Lets(string wish, ConferralStatus status) => wish == All || (wish == Revoked) == (status == ConferralStatus.Revoked);
}
