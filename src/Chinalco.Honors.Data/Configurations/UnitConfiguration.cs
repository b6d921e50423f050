using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class UnitConfiguration
    : IEntityTypeConfiguration<Unit>,
        IEntityTypeConfiguration<UnitName>,
        IEntityTypeConfiguration<Headcount>,
        IEntityTypeConfiguration<UnitPlacement>,
        IEntityTypeConfiguration<UnitSuccession>,
        IEntityTypeConfiguration<UnitChange>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Code).HasMaxLength(Unit.LongestCode);
        builder.Property(u => u.Name).HasMaxLength(Unit.LongestName);
        builder.Property(u => u.Place).HasMaxLength(Unit.LongestPlace);
        builder.Property(u => u.Summary).HasMaxLength(Unit.LongestSummary);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Property(u => u.PageVersion).IsCountedByTheDatabase();
        builder.Ignore(u => u.ShortName);
        builder.HasMany(u => u.Names).WithOne().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(u => u.Placements).WithOne().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(u => u.HeirId);
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

    public void Configure(EntityTypeBuilder<UnitPlacement> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.ParentId);
    }

    public void Configure(EntityTypeBuilder<UnitSuccession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(UnitSuccession.LongestNote);
        builder.HasIndex(s => s.PredecessorId);
        builder.HasIndex(s => s.SuccessorId);
        builder.HasIndex(s => s.DocumentId);
    }

    public void Configure(EntityTypeBuilder<UnitChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(c => c.UndoReason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(c => c.DoneBy).HasMaxLength(100);
        builder.Property(c => c.UndoneBy).HasMaxLength(100);

        // A unit is named by its id alone: what a change made goes when it is taken back, its record stays.
        builder.HasIndex(c => c.UnitId);
    }
}
