using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Chinalco.Honors.Web.Tests.SignIn;

/// <summary>The telephone: codes after RFC 6238, written here once more so that the site is not compared with itself.</summary>
internal static class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The present half-minute.</summary>
    public static long Step => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;

    /// <param name="key">As it is typed: base 32, in groups.</param>
    /// <param name="steps">So many half-minutes from now.</param>
    public static string Code(string key, int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, Step + steps);
#pragma warning disable CA5350 // RFC 6238's own default, which every authenticator speaks.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var sign in key.ToUpperInvariant().Where(s => s != ' '))
        {
            buffer = ((buffer << 5) | Base32.IndexOf(sign, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
