using System.Security.Cryptography;
using System.Text;

namespace Chinalco.Honors.Domain;

/// <summary>Ids that follow from what they name, so that doing a piece of work twice writes the same rows.</summary>
public static class DerivedId
{
    /// <summary>An id (UUID version 8) from a namespace id and a name: same input, same id.</summary>
    public static Guid From(Guid scope, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. scope.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
