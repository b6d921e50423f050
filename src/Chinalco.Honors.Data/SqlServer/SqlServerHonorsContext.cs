using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>The registry on SQL Server 2019 or later. docs/decisions says why it is mapped as it is.</summary>
public sealed class SqlServerHonorsContext(DbContextOptions<SqlServerHonorsContext> options) : HonorsContext(options)
{
    /// <summary>Compares texts code unit by code unit, as SQLite does: case, width, kana and accents all matter. It is set on each column, so the database may have any.</summary>
    internal const string Collation = "Latin1_General_100_BIN2";

    // SQL Server 2019.
    private const int CompatibilityLevel = 150;

    /// <summary>How this product uses the provider.</summary>
    internal static void Apply(SqlServerDbContextOptionsBuilder server) =>
        server
            .UseCompatibilityLevel(CompatibilityLevel)
            .EnableRetryOnFailure(SqlServerErrors.Transient)
            // One parameter for each item of a list, and one JSON parameter for all of them beyond the 2,100 that the server takes.
            .UseParameterizedCollectionMode(ParameterTranslationMode.MultipleParameters);

    protected internal override Task InsertRowsAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) =>
        BulkCopy.InsertAsync(this, rows, cancellationToken);

    internal override FormattableString InsertTerms(string rows) =>
        $"""
            INSERT INTO [SearchTerms] ([Of], [Term], [Kind], [EntityId])
            SELECT [Of], [Term], [Kind], [EntityId] FROM OPENJSON({rows})
            WITH ([Of] tinyint '$[0]', [Term] nvarchar(100) '$[1]', [Kind] tinyint '$[2]', [EntityId] uniqueidentifier '$[3]')
            """;

    internal override FormattableString InsertGrams(string rows) =>
        $"""
            INSERT INTO [ArticleGrams] ([Gram], [ArticleId])
            SELECT n.[Gram], n.[ArticleId]
            FROM OPENJSON({rows}) WITH ([Gram] int '$[0]', [ArticleId] uniqueidentifier '$[1]') n
            WHERE NOT EXISTS (SELECT 1 FROM [ArticleGrams] g WHERE g.[Gram] = n.[Gram] AND g.[ArticleId] = n.[ArticleId])
            """;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Everything that is kept as text, converted values included.
        configurationBuilder.Properties<string>().UseCollation(Collation);
        configurationBuilder.Properties<PartialDate>().UseCollation(Collation);
        configurationBuilder.Properties<IReadOnlyList<string>>().UseCollation(Collation);
        configurationBuilder.Properties<IReadOnlyList<RecipientKind>>().UseCollation(Collation);
        configurationBuilder.Properties<ProposedFinding>().UseCollation(Collation);
        configurationBuilder.Properties<RankingWeights>().UseCollation(Collation);
        configurationBuilder.Properties<IReadOnlyList<PacketFact>>().UseCollation(Collation);
    }

    /// <summary>Lets <c>dotnet ef</c> make migrations and scripts without a server.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqlServerHonorsContext>
    {
        public SqlServerHonorsContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlServerHonorsContext>().UseSqlServer("Server=none;Database=Honors", Apply).Options);
    }
}
