using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Carries a few words to the next page in its address, so that nobody else can put words there.</summary>
public sealed class Told(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Chinalco.Honors.Told").ToTimeLimitedDataProtector();

    public string Seal(string words) => protector.Protect(words, Fresh);

    /// <summary>The words; null when they are not ours or no longer fresh.</summary>
    public string? Read(string? sealedWords)
    {
        if (string.IsNullOrEmpty(sealedWords))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(sealedWords);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
