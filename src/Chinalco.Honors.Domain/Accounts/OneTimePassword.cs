using System.Security.Cryptography;

namespace Chinalco.Honors.Domain.Accounts;

/// <summary>A password for one sign-in, to be read from a screen and typed.</summary>
public static class OneTimePassword
{
    // Without what is mistaken for something else: 0 and o, 1, i and l.
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int Groups = 4;

    private const int GroupLength = 4;

    /// <summary>A new one: 79 bits, as <c>xxxx-xxxx-xxxx-xxxx</c>.</summary>
    public static string New() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, GroupLength)));
}
