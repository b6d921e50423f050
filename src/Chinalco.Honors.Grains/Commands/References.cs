using Chinalco.Honors.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>Checks what a command refers to before the database would refuse it: a broken rule tells the user what to do, a foreign key does not.</summary>
internal static class References
{
    /// <param name="known">The ids that exist.</param>
    /// <param name="named">The ids that the command names; null for none.</param>
    /// <param name="word">The entity's Chinese word.</param>
    /// <exception cref="RuleBrokenException">One of them does not exist.</exception>
    public static async Task MustExistAsync(IQueryable<Guid> known, IEnumerable<Guid?> named, string word)
    {
        var ids = named.OfType<Guid>().Distinct().ToList();
        var found = ids.Count == 0 ? 0 : await known.CountAsync(id => ids.Contains(id));
        Require.That(new TheEntityExists(word, found == ids.Count));
    }
}
