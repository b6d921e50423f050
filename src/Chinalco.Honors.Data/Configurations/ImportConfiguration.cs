using Chinalco.Honors.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class ImportConfiguration
    : IEntityTypeConfiguration<ImportRun>,
        IEntityTypeConfiguration<ImportFile>,
        IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.FileName).HasMaxLength(ImportRun.LongestFileName);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.Choices).HasMaxLength(ImportRun.LongestChoices);
        builder.Property(r => r.ActorId).HasMaxLength(100);
        builder.Property(r => r.ActorName).HasMaxLength(100);
        builder.Property(r => r.ApprovedDigest).HasMaxLength(64);
        builder.Property(r => r.Message).HasMaxLength(1000);
        builder.Ignore(r => r.Actor);
        builder.Ignore(r => r.IsOver);
        builder.Ignore(r => r.Percent);
        // Cancelling and applying may meet.
        builder.Property(r => r.State).IsConcurrencyToken();
        builder.HasIndex(r => r.State);
        builder.HasIndex(r => r.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.HasKey(f => f.RunId);
        builder.Property(f => f.RunId).ValueGeneratedNever();
        builder.HasOne<ImportRun>().WithOne().HasForeignKey<ImportFile>(f => f.RunId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Signature).HasMaxLength(64);
        builder.Property(m => m.Fields).HasMaxLength(4000);
        builder.HasIndex(m => new { m.Kind, m.Signature }).IsUnique();
    }
}
