using Chinalco.Honors.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

/// <summary>
/// Tables that are read by a range of their key and hold nothing else: clustered by it on both databases (on SQLite the migration makes
/// them without row ids). They refer to their entities by id alone, so that writing a term costs no look-up.
/// </summary>
internal sealed class SearchConfiguration
    : IEntityTypeConfiguration<SearchTerm>,
        IEntityTypeConfiguration<ArticleGram>,
        IEntityTypeConfiguration<Derivation>
{
    public void Configure(EntityTypeBuilder<SearchTerm> builder)
    {
        builder.HasKey(t => new
        {
            t.Of,
            t.Term,
            t.Kind,
            t.EntityId,
        });
        builder.Property(t => t.Term).HasMaxLength(SearchTerm.Longest);
        builder.HasIndex(t => t.EntityId);
    }

    public void Configure(EntityTypeBuilder<ArticleGram> builder) => builder.HasKey(g => new { g.Gram, g.ArticleId });

    public void Configure(EntityTypeBuilder<Derivation> builder)
    {
        builder.HasKey(d => d.Name);
        builder.Property(d => d.Name).HasMaxLength(40);
    }
}
