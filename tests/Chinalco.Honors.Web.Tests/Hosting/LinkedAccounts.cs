using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>Accounts of people who are in the registry.</summary>
internal static class LinkedAccounts
{
    /// <summary>The account of a person, with the role of a reader.</summary>
    public static async Task<Account> AccountOfAsync(this IServiceProvider site, Guid person)
    {
        var account = await site.NewAccountAsync(new RoleInUnit(Role.Reader));
        var db = site.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            await db
                .Accounts.Where(a => a.Id == account.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.HonoreeId, person), TestContext.Current.CancellationToken);
        }

        return account;
    }

    /// <summary>The account of the person with this name.</summary>
    public static async Task<Account> AccountOfAsync(this IServiceProvider site, string name)
    {
        var db = site.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            var person = await db.Honorees.Where(h => h.Name == name).Select(h => h.Id).FirstAsync(TestContext.Current.CancellationToken);
            return await site.AccountOfAsync(person);
        }
    }
}
