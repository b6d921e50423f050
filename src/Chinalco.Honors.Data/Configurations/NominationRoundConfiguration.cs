using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class NominationProgrammeConfiguration : IEntityTypeConfiguration<NominationProgramme>
{
    public void Configure(EntityTypeBuilder<NominationProgramme> builder)
    {
        builder.ToTable("NominationProgrammes");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(NominationProgramme.LongestCode);
        builder.Property(p => p.Name).HasMaxLength(NominationProgramme.LongestName);
        builder.Property(p => p.Text).HasMaxLength(NominationProgramme.LongestText);
        builder.Property(p => p.CreatedBy).HasMaxLength(200);
        builder.Property(p => p.ChangedBy).HasMaxLength(200);
        builder.Property(p => p.PublishedBy).HasMaxLength(200);
        builder.Property(p => p.PublishReason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder
            .HasIndex(p => new
            {
                p.Code,
                p.Year,
                p.Revision,
            })
            .IsUnique();
    }
}

internal sealed class WorkingDayYearConfiguration : IEntityTypeConfiguration<WorkingDayYear>
{
    public void Configure(EntityTypeBuilder<WorkingDayYear> builder)
    {
        builder.ToTable("WorkingDayYears");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Text).HasMaxLength(WorkingDayYear.LongestText);
        builder.Property(y => y.ImportedBy).HasMaxLength(200);
    }
}

internal sealed class NominationRoundConfiguration : IEntityTypeConfiguration<NominationRound>
{
    public void Configure(EntityTypeBuilder<NominationRound> builder)
    {
        builder.ToTable("NominationRounds");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(NominationRound.LongestName);
        builder.Property(r => r.Note).HasMaxLength(NominationRound.LongestNote);
        builder.Property(r => r.OpenedBy).HasMaxLength(200);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Text);
        builder.HasOne<NominationProgramme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.State, r.Deadline });
    }
}

internal sealed class RoundQuotaConfiguration : IEntityTypeConfiguration<RoundQuota>
{
    public void Configure(EntityTypeBuilder<RoundQuota> builder)
    {
        builder.ToTable("RoundQuotas");
        builder.HasKey(q => new { q.RoundId, q.UnitId });
        builder.HasOne<NominationRound>().WithMany().HasForeignKey(q => q.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(q => q.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundHandInConfiguration : IEntityTypeConfiguration<RoundHandIn>
{
    public void Configure(EntityTypeBuilder<RoundHandIn> builder)
    {
        builder.ToTable("RoundHandIns");
        builder.HasKey(h => new { h.RoundId, h.WorkId });
        builder.Property(h => h.FileName).HasMaxLength(RoundHandIn.LongestFileName);
        builder.Property(h => h.By).HasMaxLength(200);
        builder.HasOne<NominationRound>().WithMany().HasForeignKey(h => h.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => h.WorkId);
    }
}

internal sealed class PacketTemplateConfiguration : IEntityTypeConfiguration<PacketTemplate>
{
    public void Configure(EntityTypeBuilder<PacketTemplate> builder)
    {
        builder.ToTable("PacketTemplates");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Paper).HasMaxLength(PacketTemplate.LongestPaper);
        builder.Property(t => t.ProgrammeCode).HasMaxLength(NominationProgramme.LongestCode);
        builder.Property(t => t.FileName).HasMaxLength(DocumentFile.LongestName);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.Property(t => t.UploadedBy).HasMaxLength(200);
        builder.HasIndex(t => new { t.Paper, t.ProgrammeCode });
        builder.HasIndex(t => t.Sha256);
    }
}
