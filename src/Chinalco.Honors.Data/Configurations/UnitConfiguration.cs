using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class UnitConfiguration
    : IEntityTypeConfiguration<Unit>,
        IEntityTypeConfiguration<UnitName>,
        IEntityTypeConfiguration<Headcount>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Code).HasMaxLength(Unit.LongestCode);
        builder.Property(u => u.Name).HasMaxLength(Unit.LongestName);
        builder.Property(u => u.Place).HasMaxLength(Unit.LongestPlace);
        builder.Property(u => u.Summary).HasMaxLength(500);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Property(u => u.PageVersion).IsCountedByTheDatabase();
        builder.Ignore(u => u.ShortName);
        builder.HasMany(u => u.Names).WithOne().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => u.Name);
    }

    public void Configure(EntityTypeBuilder<UnitName> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Name).HasMaxLength(Unit.LongestName);
        builder.HasIndex(n => n.Name);
    }

    public void Configure(EntityTypeBuilder<Headcount> builder)
    {
        builder.HasKey(h => new { h.UnitId, h.Year });
        builder.Property(h => h.Source).HasMaxLength(Headcount.LongestSource);
        builder.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => h.Year);
    }
}
