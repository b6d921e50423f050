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
        builder.Property(f => f.RecipientName).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.UnitText).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.UnitName).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.Position).HasMaxLength(Finding.LongestPhrase);
        builder.Property(f => f.AwardText).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.AwardName).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.ConferringBody).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.Edition).HasMaxLength(Finding.LongestPhrase);
        builder.Property(f => f.Rule).HasMaxLength(100);
        builder.Property(f => f.Explanation).HasMaxLength(Finding.LongestExplanation);
        builder.Property(f => f.DecidedBy).HasMaxLength(100);
        builder.Property(f => f.DecisionReason).HasMaxLength(Finding.LongestReason);
        builder.HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(f => f.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Conferral>().WithMany().HasForeignKey(f => f.ConferralId).OnDelete(DeleteBehavior.Restrict);
        // An editor and a job may decide at the same moment: who comes second looks again.
        builder.Property(f => f.State).IsConcurrencyToken();
        builder.Property(f => f.Round).IsConcurrencyToken();
        builder.Property(f => f.MemoryKey).HasMaxLength(64);
        builder.Property(f => f.WrongRecipient).HasMaxLength(Finding.LongestName);
        builder.Property(f => f.WrongAward).HasMaxLength(Finding.LongestName);
        builder.Ignore(f => f.Claim);
        builder.Ignore(f => f.IsSafe);
        builder.Ignore(f => f.WasDecided);
        builder.HasIndex(f => f.UnitId);
        builder.HasIndex(f => new { f.State, f.Score });
        builder.HasIndex(f => f.MemoryKey);
        builder.HasIndex(f => f.RepeatsId);
        builder.HasIndex(f => f.SupersededById);
    }

    public void Configure(EntityTypeBuilder<IngestionJob> builder)
    {
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.FileName).HasMaxLength(SourceFile.LongestFileName);
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
        builder.HasIndex(j => j.RoundId);
    }
}
