using System.Collections.Immutable;
using System.Text.Json;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data;

/// <summary>What became of a row.</summary>
public enum RowChange
{
    Modified = 1,
    Added = 2,
    Deleted = 3,
}

/// <summary>One column before and after, each as JSON; null for nothing.</summary>
public sealed record ColumnChange(string? Before, string? After);

/// <summary>One row that a change touched: of a modified one the columns that differ, of another all.</summary>
public sealed record JournalEntry(string Type, Guid Key, RowChange Change, ImmutableSortedDictionary<string, ColumnChange> Columns);

/// <summary>
/// The rows that a change of the registry touched, before and after: read from the context that is about to save them, stored with the
/// change, and put back exactly, as long as nobody has written to them since. Versions count on.
/// </summary>
public sealed record RowJournal(ImmutableArray<JournalEntry> Entries)
{
    private const string Version = "Version";

    /// <summary>Stands among a conferral's columns for everything that the change left of it: its columns, recipients, proofs and certificates.</summary>
    private const string Content = "#content";

    private static readonly Dictionary<string, Func<HonorsContext, List<Guid>, CancellationToken, Task>> Loaders = new(
        StringComparer.Ordinal
    )
    {
        [nameof(Honoree)] = LoadAsync<Honoree>,
        [nameof(HonoreeAlias)] = LoadAsync<HonoreeAlias>,
        [nameof(Employment)] = LoadAsync<Employment>,
        [nameof(PersonnelFile)] = LoadAsync<PersonnelFile>,
        [nameof(Conferral)] = LoadAsync<Conferral>,
        [nameof(Recipient)] = LoadAsync<Recipient>,
        [nameof(Evidence)] = LoadAsync<Evidence>,
        [nameof(CertificateEntry)] = LoadAsync<CertificateEntry>,
        [nameof(Finding)] = LoadAsync<Finding>,
        [nameof(Mention)] = LoadAsync<Mention>,
        [nameof(Account)] = LoadAsync<Account>,
        [nameof(EmployeeRequest)] = LoadAsync<EmployeeRequest>,
        [nameof(Nomination)] = LoadAsync<Nomination>,
        [nameof(Unit)] = LoadAsync<Unit>,
        [nameof(UnitName)] = LoadAsync<UnitName>,
        [nameof(UnitPlacement)] = LoadAsync<UnitPlacement>,
        [nameof(UnitSuccession)] = LoadAsync<UnitSuccession>,
    };

    /// <summary>What the context is about to save of people, their honours, units and what is linked to them.</summary>
    public static RowJournal Of(HonorsContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.ChangeTracker.DetectChanges();
        var parts = PartsOf(db);
        return new RowJournal([
            .. db
                .ChangeTracker.Entries()
                .Where(e => IsKept(e) && e.State is EntityState.Modified or EntityState.Added or EntityState.Deleted)
                .Select(e => EntryOf(e, parts))
                .Where(e => e.Columns.Any(c => c.Key != Content))
                .OrderBy(e => e.Type, StringComparer.Ordinal)
                .ThenBy(e => e.Key),
        ]);
    }

    /// <summary>Equal when the context has loaded the same rows with the same contents, whatever was done to them since.</summary>
    public static string DigestOf(HonorsContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Sha256Hex.Of(
            string.Join(
                '\n',
                db.ChangeTracker.Entries()
                    .Where(e => IsKept(e) && e.State != EntityState.Added)
                    .Select(e => string.Join('|', [NameOf(e), .. ColumnsOf(e).Select(p => Json(p, p.OriginalValue))]))
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    public static RowJournal Parse(string json) =>
        JsonSerializer.Deserialize<RowJournal>(json) ?? throw new JsonException("A journal is missing.");

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Loads the rows as they are now.</summary>
    /// <returns>Those that somebody has written to since, or that are gone; mentions are made anew whenever a text is read, and never count.</returns>
    public async Task<IReadOnlyList<JournalEntry>> StaleAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        foreach (var type in Entries.GroupBy(e => e.Type, StringComparer.Ordinal))
        {
            await Loaders[type.Key](db, [.. type.Select(e => e.Key)], cancellationToken);
        }

        var honours = Entries.Where(e => e.Type == nameof(Conferral)).Select(e => e.Key).ToList();
        await db
            .Conferrals.Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .Include(c => c.Certificates)
            .AsSplitQuery()
            .Where(c => EF.Parameter(honours).Contains(c.Id))
            .LoadAsync(cancellationToken);
        var (rows, parts) = (RowsOf(db), PartsOf(db));
        return [.. Entries.Where(e => IsStale(e, rows.GetValueOrDefault((e.Type, e.Key)), parts))];
    }

    /// <summary>Puts the rows back in the context that <see cref="StaleAsync"/> loaded them into.</summary>
    public void Revert(HonorsContext db)
    {
        var rows = RowsOf(db);
        foreach (var entry in Entries)
        {
            var row = rows.GetValueOrDefault((entry.Type, entry.Key));
            if (entry.Change == RowChange.Deleted)
            {
                Insert(db, entry);
            }
            else if (row is not null && entry.Change == RowChange.Added)
            {
                row.State = EntityState.Deleted;
            }
            else if (row is not null)
            {
                Restore(row, entry);
            }
        }
    }

    private static void Restore(EntityEntry row, JournalEntry entry)
    {
        foreach (var (name, change) in entry.Columns.Where(c => c.Key is not (Version or Content)))
        {
            var property = row.Property(name);
            property.CurrentValue = Value(property.Metadata, change.Before);
        }

        if (row.Metadata.FindProperty(Version) is not null)
        {
            row.Property(Version).CurrentValue = (long)row.Property(Version).OriginalValue! + 1;
        }
    }

    private static void Insert(HonorsContext db, JournalEntry entry)
    {
        var type = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == entry.Type);
        var row = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var (name, change) in entry.Columns)
        {
            var property = row.Property(name);
            property.CurrentValue = Value(property.Metadata, change.Before);
        }

        row.State = EntityState.Added;
    }

    private static bool IsStale(JournalEntry entry, EntityEntry? row, ILookup<Guid, EntityEntry> parts) =>
        entry.Change == RowChange.Deleted ? row is not null
        : row is null ? entry.Type != nameof(Mention)
        : entry.Columns.Any(c => IsCompared(entry, c.Key) && NowOf(row, c.Key, parts) != c.Value.After);

    private static string? NowOf(EntityEntry row, string column, ILookup<Guid, EntityEntry> parts) =>
        column == Content ? ContentOf(row, parts) : Json(row.Property(column), row.Property(column).CurrentValue);

    /// <summary>
    /// Versions count on when something later is taken back; somebody who was made would be gone with whatever was changed. What became of a unit
    /// that was made is asked for by itself.
    /// </summary>
    private static bool IsCompared(JournalEntry entry, string column) =>
        column != Version || (entry.Change == RowChange.Added && entry.Type != nameof(Unit));

    private static string ContentOf(EntityEntry conferral, ILookup<Guid, EntityEntry> parts) =>
        Sha256Hex.Of(
            string.Join(
                '\n',
                parts[KeyOf(conferral)]
                    .Append(conferral)
                    .Select(row =>
                        string.Join(
                            '|',
                            ColumnsOf(row).Where(p => p.Metadata.Name != Version).Select(p => Json(p, p.CurrentValue)).Prepend(NameOf(row))
                        )
                    )
                    .Order(StringComparer.Ordinal)
            )
        );

    private static ILookup<Guid, EntityEntry> PartsOf(HonorsContext db) =>
        db
            .ChangeTracker.Entries()
            .Where(e => e.Entity is Recipient or Evidence or CertificateEntry && e.State != EntityState.Deleted)
            .ToLookup(e => (Guid)e.Property(nameof(Recipient.ConferralId)).CurrentValue!);

    private static JournalEntry EntryOf(EntityEntry row, ILookup<Guid, EntityEntry> parts)
    {
        var columns = ColumnsOf(row)
            .Select(p =>
                (
                    p.Metadata.Name,
                    Change: new ColumnChange(
                        row.State == EntityState.Added ? null : Json(p, p.OriginalValue),
                        row.State == EntityState.Deleted ? null : Json(p, p.CurrentValue)
                    )
                )
            )
            .Where(c => row.State != EntityState.Modified || c.Change.Before != c.Change.After);
        var change = row.State switch
        {
            EntityState.Added => RowChange.Added,
            EntityState.Deleted => RowChange.Deleted,
            _ => RowChange.Modified,
        };
        var all = columns.ToImmutableSortedDictionary(c => c.Name, c => c.Change, StringComparer.Ordinal);
        return new JournalEntry(
            NameOf(row),
            KeyOf(row),
            change,
            row.Entity is Conferral ? all.Add(Content, new ColumnChange(Before: null, ContentOf(row, parts))) : all
        );
    }

    private static Dictionary<(string Type, Guid Key), EntityEntry> RowsOf(HonorsContext db) =>
        db.ChangeTracker.Entries().Where(IsKept).ToDictionary(e => (NameOf(e), KeyOf(e)));

    private static bool IsKept(EntityEntry row) => Loaders.ContainsKey(NameOf(row));

    private static string NameOf(EntityEntry row) => row.Metadata.ClrType.Name;

    private static Guid KeyOf(EntityEntry row) => (Guid)row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;

    /// <summary>What follows from other columns, and what moves without anybody's deciding, is no content. Of an account only whose it is.</summary>
    private static IEnumerable<PropertyEntry> ColumnsOf(EntityEntry row) =>
        row.Properties.Where(p =>
            p.Metadata.Name is not (nameof(Honoree.PageVersion) or HonorsContext.NameSortKey)
            && (row.Entity is not Account || p.Metadata.Name is nameof(Account.Id) or nameof(Account.HonoreeId))
        );

    private static string? Json(PropertyEntry property, object? value) =>
        value is null ? null : JsonSerializer.Serialize(ConverterOf(property.Metadata)?.ConvertToProvider(value) ?? value);

    private static object? Value(IProperty property, string? json)
    {
        if (json is null)
        {
            return null;
        }

        var converter = ConverterOf(property);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = JsonSerializer.Deserialize(json, converter?.ProviderClrType ?? type);
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }

    private static Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? ConverterOf(IProperty property) =>
        property.GetTypeMapping().Converter;

    private static async Task LoadAsync<T>(HonorsContext db, List<Guid> keys, CancellationToken cancellationToken)
        where T : class
    {
        var key = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[0].Name;
        await db.Set<T>()
            .IgnoreQueryFilters()
            .Where(row => EF.Parameter(keys).Contains(EF.Property<Guid>(row, key)))
            .LoadAsync(cancellationToken);
    }
}
