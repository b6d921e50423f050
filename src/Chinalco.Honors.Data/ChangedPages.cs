using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data;

/// <summary>
/// The pages that one transaction changes. Their versions are moved after everything else is saved: the rows of units high up in the tree
/// are in every conferral's way, and so they are locked for the shortest time.
/// </summary>
public sealed class ChangedPages
{
    private readonly HashSet<Guid> honorees = [];
    private readonly HashSet<Guid> units = [];
    private readonly HashSet<Guid> awards = [];
    private readonly HashSet<Guid> articles = [];
    private readonly HashSet<Guid> documents = [];

    /// <summary>Notes pages whose owner is somebody else.</summary>
    public void Changed(IEnumerable<Guid> honorees, IEnumerable<Guid> units, IEnumerable<Guid> articles, IEnumerable<Guid> documents)
    {
        this.honorees.UnionWith(honorees);
        this.units.UnionWith(units);
        this.articles.UnionWith(articles);
        this.documents.UnionWith(documents);
    }

    /// <summary>Notes the pages of the entities that the context is about to change itself.</summary>
    public void ChangedIn(HonorsContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            var pages = entry.Entity switch
            {
                Honoree => honorees,
                Unit => units,
                Award => awards,
                _ => throw new NotSupportedException($"No pages are known of {entry.Metadata.DisplayName()}."),
            };
            pages.Add(entry.Entity.Id);
        }
    }

    /// <summary>Moves each page's version by one, whatever it is by now.</summary>
    public async Task MoveAsync(HonorsContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (awards.Count > 0)
        {
            await db
                .Awards.Where(a => awards.Contains(a.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PageVersion, a => a.PageVersion + 1));
        }

        if (honorees.Count > 0)
        {
            await db
                .Honorees.Where(h => honorees.Contains(h.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.PageVersion, h => h.PageVersion + 1));
        }

        if (units.Count > 0)
        {
            await db
                .Units.Where(u => units.Contains(u.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PageVersion, u => u.PageVersion + 1));
        }

        if (articles.Count > 0)
        {
            await db
                .Articles.Where(a => articles.Contains(a.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PageVersion, a => a.PageVersion + 1));
        }

        if (documents.Count > 0)
        {
            await db
                .Documents.Where(d => documents.Contains(d.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.PageVersion, d => d.PageVersion + 1));
        }
    }
}
