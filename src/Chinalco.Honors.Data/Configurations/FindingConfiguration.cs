using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>, IEntityTypeConfiguration<IngestionJob>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.RecipientName).HasMaxLength(200);
        builder.Property(f => f.UnitText).HasMaxLength(200);
        builder.Property(f => f.UnitName).HasMaxLength(200);
        builder.Property(f => f.Position).HasMaxLength(100);
        builder.Property(f => f.AwardText).HasMaxLength(Award.LongestName);
        builder.Property(f => f.AwardName).HasMaxLength(Award.LongestName);
        builder.Property(f => f.ConferringBody).HasMaxLength(200);
        builder.Property(f => f.Edition).HasMaxLength(100);
        builder.Property(f => f.Rule).HasMaxLength(100);
        builder.Property(f => f.Explanation).HasMaxLength(1000);
        builder.Property(f => f.DecidedBy).HasMaxLength(100);
        builder.Property(f => f.DecisionReason).HasMaxLength(500);
        builder.HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(f => f.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Conferral>().WithMany().HasForeignKey(f => f.ConferralId).OnDelete(DeleteBehavior.Restrict);
        // An editor and a job may decide at the same moment: who comes second looks again.
        builder.Property(f => f.State).IsConcurrencyToken();
        builder.HasIndex(f => f.State);
    }

    public void Configure(EntityTypeBuilder<IngestionJob> builder)
    {
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.FileName).HasMaxLength(255);
        builder.Property(j => j.ActorId).HasMaxLength(100);
        builder.Property(j => j.ActorName).HasMaxLength(100);
        builder.Property(j => j.Message).HasMaxLength(1000);
        builder.Property(j => j.ClaimedBy).HasMaxLength(100);
        builder.Ignore(j => j.Actor);
        builder.Ignore(j => j.IsOver);
        builder.Ignore(j => j.Percent);
        builder.HasOne<SourceFile>().WithMany().HasForeignKey(j => j.SourceFileId).OnDelete(DeleteBehavior.Restrict);
        // Cancelling and finishing may meet.
        builder.Property(j => j.State).IsConcurrencyToken();
        builder.HasIndex(j => j.State);
        builder.HasIndex(j => j.CreatedAt);
    }
}
