using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class AuditConfiguration
    : IEntityTypeConfiguration<AuditRecord>,
        IEntityTypeConfiguration<AuditAnchor>,
        IEntityTypeConfiguration<ProcessedCommand>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.EntityKind).HasMaxLength(40);
        builder.Property(a => a.ActorId).HasMaxLength(100);
        builder.Property(a => a.ActorName).HasMaxLength(100);
        builder.Property(a => a.Action).HasMaxLength(60);
        builder.Property(a => a.Reason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(a => a.PreviousHash).HasMaxLength(64);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder
            .HasIndex(a => new
            {
                a.EntityKind,
                a.EntityId,
                a.Sequence,
            })
            .IsUnique();
        builder.HasIndex(a => a.CommandId);
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => new { a.ActorId, a.At });
        builder.HasIndex(a => a.AnchorSequence);
    }

    public void Configure(EntityTypeBuilder<AuditAnchor> builder)
    {
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.Property(a => a.Root).HasMaxLength(64);
        builder.Property(a => a.PreviousHash).HasMaxLength(64);
        builder.Property(a => a.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<ProcessedCommand> builder)
    {
        builder.HasKey(c => c.CommandId);
        builder.Property(c => c.CommandId).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(60);
    }
}
