using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chinalco.Honors.Data;

/// <summary>The registry's database. One model; each provider has a subclass with its own migrations.</summary>
public abstract class HonorsContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The column that sorts honorees by pinyin; derived from the name when it is saved.</summary>
    public const string NameSortKey = "NameSortKey";

    public DbSet<Honoree> Honorees => Set<Honoree>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<HonoreeAlias> HonoreeAliases => Set<HonoreeAlias>();

    public DbSet<IdentityChange> IdentityChanges => Set<IdentityChange>();

    public DbSet<PersonnelFile> PersonnelFiles => Set<PersonnelFile>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitName> UnitNames => Set<UnitName>();

    public DbSet<UnitPlacement> UnitPlacements => Set<UnitPlacement>();

    public DbSet<UnitSuccession> UnitSuccessions => Set<UnitSuccession>();

    public DbSet<UnitChange> UnitChanges => Set<UnitChange>();

    public DbSet<Headcount> Headcounts => Set<Headcount>();

    public DbSet<Award> Awards => Set<Award>();

    public DbSet<AwardAlias> AwardAliases => Set<AwardAlias>();

    public DbSet<Conferral> Conferrals => Set<Conferral>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<CertificateEntry> Certificates => Set<CertificateEntry>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentFile> DocumentFiles => Set<DocumentFile>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticlePrint> ArticlePrints => Set<ArticlePrint>();

    public DbSet<PageImage> PageImages => Set<PageImage>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();

    public DbSet<IngestionJob> IngestionJobs => Set<IngestionJob>();

    public DbSet<IngestionRound> IngestionRounds => Set<IngestionRound>();

    public DbSet<RoundChange> RoundChanges => Set<RoundChange>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<AuditAnchor> AuditAnchors => Set<AuditAnchor>();

    public DbSet<ProcessedCommand> ProcessedCommands => Set<ProcessedCommand>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    /// <summary>What employees ask of those who keep the registry.</summary>
    public DbSet<EmployeeRequest> Requests => Set<EmployeeRequest>();

    /// <summary>What rankings are made with.</summary>
    public DbSet<RankingPolicyVersion> RankingPolicies => Set<RankingPolicyVersion>();

    /// <summary>Rules of awards, year by year.</summary>
    public DbSet<NominationProgramme> NominationProgrammes => Set<NominationProgramme>();

    public DbSet<WorkingDayYear> WorkingDayYears => Set<WorkingDayYear>();

    public DbSet<NominationRound> NominationRounds => Set<NominationRound>();

    public DbSet<RoundQuota> RoundQuotas => Set<RoundQuota>();

    /// <summary>Decisions that were handed in to close rounds.</summary>
    public DbSet<RoundHandIn> RoundHandIns => Set<RoundHandIn>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<NominationNote> NominationNotes => Set<NominationNote>();

    public DbSet<NominationFact> NominationFacts => Set<NominationFact>();

    public DbSet<AssemblyVote> AssemblyVotes => Set<AssemblyVote>();

    public DbSet<Publicity> Publicities => Set<Publicity>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<PacketTemplate> PacketTemplates => Set<PacketTemplate>();

    public DbSet<Packet> Packets => Set<Packet>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>What entities are found by.</summary>
    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    /// <summary>What texts of articles are found by.</summary>
    public DbSet<ArticleGram> ArticleGrams => Set<ArticleGram>();

    public DbSet<Derivation> Derivations => Set<Derivation>();

    /// <summary>What of that which rankings are made of has changed, for whoever holds it in memory.</summary>
    public DbSet<RankingChange> RankingChanges => Set<RankingChange>();

    /// <summary>For whom this context reads. Whoever opens a context says so; a pooled one remembers nobody.</summary>
    public Viewer Viewer { get; internal set; } = Viewer.System;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Prepare();
        var terms = SearchWriter.Before(this);
        RankingChanges.AddRange(RankingNotes.Of(this));
        return terms.HasWork
            ? SaveWithTermsAsync(terms, acceptAllChangesOnSuccess, cancellationToken)
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <exception cref="NotSupportedException">Something was changed that is searched: that is saved asynchronously.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        if (SearchWriter.Before(this).HasWork)
        {
            throw new NotSupportedException("What is searched is saved by SaveChangesAsync.");
        }

        RankingChanges.AddRange(RankingNotes.Of(this));
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>
    /// Inserts the many entities that were added, the fastest way the provider has, inside the current transaction; then saves what was
    /// changed. Afterwards the context tracks nothing.
    /// </summary>
    /// <param name="more">New entities that the context does not track: tracking them costs more than inserting them.</param>
    /// <exception cref="RuleBrokenException">A text is too long.</exception>
    public async Task SaveInBulkAsync(IReadOnlyCollection<object>? more = null, CancellationToken cancellationToken = default)
    {
        Prepare();
        var terms = SearchWriter.Before(this, more);
        var changes = RankingNotes.Of(this, more);
        await InsertRowsAsync([.. AddedRows.TrackedBy(this), .. more ?? []], cancellationToken);
        foreach (var inserted in ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToList())
        {
            inserted.State = EntityState.Unchanged;
        }

        RankingChanges.AddRange(changes);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        await terms.WriteAsync(this, cancellationToken);
        ChangeTracker.Clear();
    }

    /// <summary>The statement that inserts search terms.</summary>
    /// <param name="rows">A JSON array of rows: of, term, kind, id in capitals.</param>
    internal abstract FormattableString InsertTerms(string rows);

    /// <summary>The statement that inserts pairs of articles; those that are there already stay.</summary>
    /// <param name="rows">A JSON array of rows: pair, id in capitals.</param>
    internal abstract FormattableString InsertGrams(string rows);

    /// <summary>The entities and their terms become true together, in the caller's transaction or in one of their own.</summary>
    private async Task<int> SaveWithTermsAsync(SearchWriter terms, bool accept, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            var saved = await base.SaveChangesAsync(accept, cancellationToken);
            await terms.WriteAsync(this, cancellationToken);
            return saved;
        }

        return await Database
            .CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    var transaction = await Database.BeginTransactionAsync(token);
                    await using (transaction)
                    {
                        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, token);
                        await terms.WriteAsync(this, token);
                        await transaction.CommitAsync(token);
                        if (accept)
                        {
                            ChangeTracker.AcceptAllChanges();
                        }

                        return saved;
                    }
                },
                cancellationToken
            );
    }

    /// <summary>Inserts new entities, each with everything its row holds.</summary>
    protected internal abstract Task InsertRowsAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HonorsContext).Assembly);
        HoldBack(modelBuilder);
    }

    /// <summary>
    /// What a viewer may not see is not in any table that the viewer's context reads. A filter names the sets of other filters, never in a
    /// circle: employments, mentions and recipients ask for their person, conferrals for a recipient, evidence,
    /// certificates and revocations for their conferral.
    /// </summary>
    private void HoldBack(ModelBuilder model)
    {
        // Whoever was merged into somebody else is nobody's any more: no viewer, and no command, finds the entry by accident.
        model
            .Entity<Honoree>()
            .HasQueryFilter(h => h.MergedIntoId == null && (h.Visibility <= Viewer.Sees || Viewer.People.Contains(h.Id)));
        model.Entity<HonoreeAlias>().HasQueryFilter(a => Viewer.Sees == Visibility.HrOnly || Honorees.Any(h => h.Id == a.HonoreeId));
        model
            .Entity<Employment>()
            .HasQueryFilter(e =>
                Viewer.Sees == Visibility.HrOnly
                || ((e.Visibility <= Viewer.Sees || Viewer.Units.Contains(e.UnitId)) && Honorees.Any(h => h.Id == e.HonoreeId))
            );
        model
            .Entity<PersonnelFile>()
            .HasQueryFilter(f =>
                Viewer.Sees == Visibility.HrOnly
                || Employments.Any(e => e.HonoreeId == f.HonoreeId && e.To == null && Viewer.Units.Contains(e.UnitId))
            );
        model
            .Entity<Mention>()
            .HasQueryFilter(m => Viewer.Sees == Visibility.HrOnly || m.HonoreeId == null || Honorees.Any(h => h.Id == m.HonoreeId));
        model
            .Entity<Recipient>()
            .HasQueryFilter(r => Viewer.Sees == Visibility.HrOnly || r.HonoreeId == null || Honorees.Any(h => h.Id == r.HonoreeId));
        model
            .Entity<Conferral>()
            .HasQueryFilter(c =>
                Viewer.Sees == Visibility.HrOnly
                || ((c.Visibility <= Viewer.Sees || Viewer.Conferrals.Contains(c.Id)) && Recipients.Any(r => r.ConferralId == c.Id))
            );
        model.Entity<Evidence>().HasQueryFilter(e => Viewer.Sees == Visibility.HrOnly || Conferrals.Any(c => c.Id == e.ConferralId));
        model
            .Entity<CertificateEntry>()
            .HasQueryFilter(e => Viewer.Sees == Visibility.HrOnly || Conferrals.Any(c => c.Id == e.ConferralId));
        model.Entity<Revocation>().HasQueryFilter(r => Viewer.Sees == Visibility.HrOnly || Conferrals.Any(c => c.Id == r.ConferralId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);

        // Instants are UTC date-times, which every provider orders; SQLite cannot order a DateTimeOffset.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<LinesConverter, LinesComparer>();
        configurationBuilder.Properties<IReadOnlyList<RecipientKind>>().HaveConversion<KindsConverter, KindsComparer>().HaveMaxLength(40);
    }

    /// <summary>Fills the columns that follow from others, and refuses what a column cannot hold.</summary>
    /// <exception cref="RuleBrokenException">A text is too long.</exception>
    private void Prepare()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Metadata.GetProperties())
            {
                if (DerivedColumns.Reader(property) is { } derive)
                {
                    entry.Property(property).CurrentValue = derive(entry.Entity);
                }

                if (
                    property.ClrType == typeof(string)
                    && property.GetMaxLength() is { } longest
                    && entry.Property(property).CurrentValue is string text
                )
                {
                    Require.That(new ATextFitsItsColumn($"{entry.Metadata.ClrType.Name}.{property.Name}", text.Length, longest));
                }
            }
        }
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTimeOffset, DateTime>(
            value => value.UtcDateTime,
            value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc))
        );

    private sealed class PartialDateConverter()
        : ValueConverter<PartialDate, string>(value => value.ToString(), value => PartialDate.Parse(value));

    /// <summary>Short lists of single lines, kept as lines: subtitles, authors, warnings.</summary>
    private sealed class LinesConverter()
        : ValueConverter<IReadOnlyList<string>, string>(
            lines => string.Join('\n', lines),
            text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );

    private sealed class LinesComparer()
        : ValueComparer<IReadOnlyList<string>>(
            (left, right) => left == right || (left != null && right != null && left.SequenceEqual(right)),
            lines => string.Join('\n', lines).GetHashCode(StringComparison.Ordinal)
        );

    private sealed class KindsConverter()
        : ValueConverter<IReadOnlyList<RecipientKind>, string>(
            kinds => string.Join(',', kinds),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RecipientKind>).ToArray()
        );

    private sealed class KindsComparer()
        : ValueComparer<IReadOnlyList<RecipientKind>>(
            (left, right) => left == right || (left != null && right != null && left.SequenceEqual(right)),
            kinds => string.Join(',', kinds).GetHashCode(StringComparison.Ordinal)
        );
}
