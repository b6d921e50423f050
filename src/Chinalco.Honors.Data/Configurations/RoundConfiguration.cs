using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class RoundConfiguration : IEntityTypeConfiguration<IngestionRound>, IEntityTypeConfiguration<RoundChange>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Configure(EntityTypeBuilder<IngestionRound> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ActorId).HasMaxLength(100);
        builder.Property(r => r.ActorName).HasMaxLength(100);
        builder.Property(r => r.DiscardedBy).HasMaxLength(100);
        builder.Ignore(r => r.Actor);
        builder.HasIndex(r => r.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<RoundChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.DecidedBy).HasMaxLength(100);
        builder.Property(c => c.Before).HasConversion(claim => Write(claim), text => Read(text));
        builder.Property(c => c.After).HasConversion(claim => Write(claim), text => Read(text));
        // Choosing and putting away may meet.
        builder.Property(c => c.State).IsConcurrencyToken();
        builder.HasOne<IngestionRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new
        {
            c.RoundId,
            c.SourceFileId,
            c.State,
        });
    }

    private static string? Write(ProposedFinding? claim) => claim is null ? null : JsonSerializer.Serialize(claim, Json);

    private static ProposedFinding? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ProposedFinding>(text, Json);
}
