using System.Security.Cryptography;
using System.Text;

namespace Chinalco.Honors.Domain;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits.</summary>
public static class Sha256Hex
{
    /// <summary>Of the text's UTF-8 bytes.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of the bytes as they are.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
