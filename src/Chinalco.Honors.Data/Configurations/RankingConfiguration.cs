using Chinalco.Honors.Data.Rankings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

/// <summary>Refers to its entities by id alone: the note of what is gone must stay.</summary>
internal sealed class RankingConfiguration : IEntityTypeConfiguration<RankingChange>
{
    public void Configure(EntityTypeBuilder<RankingChange> builder) => builder.HasKey(c => c.Seq);
}
