using Chinalco.Honors.Domain.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<AwardAlias>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(Award.LongestCode);
        builder.Property(a => a.Name).HasMaxLength(Award.LongestName);
        builder.Property(a => a.ConferringBody).HasMaxLength(Award.LongestBody);
        builder.Property(a => a.Cycle).HasMaxLength(Award.LongestCycle);
        builder.Property(a => a.Summary).HasMaxLength(Award.LongestSummary);
        builder.Property(a => a.Recipients);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.PageVersion).IsCountedByTheDatabase();
        builder.HasMany(a => a.Aliases).WithOne().HasForeignKey(n => n.AwardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AwardAlias> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(Award.LongestName);
        builder.HasIndex(a => a.Name);
    }
}
