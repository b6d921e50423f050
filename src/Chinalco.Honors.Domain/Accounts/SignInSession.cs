namespace Chinalco.Honors.Domain.Accounts;

/// <summary>会话: one sign-in on one device. The cookie names it and nothing more: ending it here ends it on every node.</summary>
public sealed class SignInSession
{
    public SignInSession(Guid id, Account account, DateTimeOffset at, DateTimeOffset expiresAt, string? address, string? device)
    {
        ArgumentNullException.ThrowIfNull(account);
        (Id, AccountId, SecurityStamp) = (id, account.Id, account.SecurityStamp);
        (BeganAt, ExpiresAt, Address, Device) = (at, expiresAt, address, device);
    }

    private SignInSession() { }

    /// <summary>Random: whoever knows it and holds a cookie signed by the site is signed in.</summary>
    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The account's stamp at sign-in.</summary>
    public string SecurityStamp { get; private set; } = "";

    public DateTimeOffset BeganAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The network address that it began from.</summary>
    public string? Address { get; private set; }

    /// <summary>What the browser called itself, cut.</summary>
    public string? Device { get; private set; }

    /// <summary>Lets the session live on although its own user has just changed a credential in it.</summary>
    public void Follow(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        SecurityStamp = account.SecurityStamp;
    }

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
