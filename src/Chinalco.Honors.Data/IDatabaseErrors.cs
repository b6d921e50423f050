using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data;

/// <summary>What the errors of one provider mean. Each looks through the exception that EF Core wraps around the provider's.</summary>
public interface IDatabaseErrors
{
    /// <summary>A key or unique index holds the value already.</summary>
    bool IsDuplicateKey(Exception fault);

    /// <summary>Nothing is wrong with the command: a deadlock, a lock that was not had in time. The same again may succeed.</summary>
    bool IsTransient(Exception fault);

    /// <summary>Somebody else wrote first: a fresh look decides anew.</summary>
    bool IsLostRace(Exception fault) => fault is DbUpdateConcurrencyException || IsDuplicateKey(fault);
}
