using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.ToTable("Nominations");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Story).HasMaxLength(Nomination.LongestStory);
        builder.Property(n => n.ShortStory).HasMaxLength(Nomination.LongestShortStory);
        builder.Property(n => n.CreatedBy).HasMaxLength(200);
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasOne<NominationRound>().WithMany().HasForeignKey(n => n.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(n => n.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(n => n.CandidateUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(n => n.NominatingUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new
        {
            n.RoundId,
            n.Choice,
            n.Rank,
        });
        builder.HasIndex(n => n.OutcomeConferralId);
    }
}

internal sealed class NominationNoteConfiguration : IEntityTypeConfiguration<NominationNote>
{
    public void Configure(EntityTypeBuilder<NominationNote> builder)
    {
        builder.ToTable("NominationNotes");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(NominationNote.LongestText);
        builder.Property(n => n.By).HasMaxLength(200);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(n => n.NominationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssemblyVoteConfiguration : IEntityTypeConfiguration<AssemblyVote>
{
    public void Configure(EntityTypeBuilder<AssemblyVote> builder)
    {
        builder.ToTable("AssemblyVotes");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Body).HasMaxLength(AssemblyVote.LongestBody);
        builder.Property(v => v.MinutesName).HasMaxLength(DocumentFile.LongestName);
        builder.Property(v => v.MinutesSha256).HasMaxLength(64);
        builder.Property(v => v.MinutesType).HasMaxLength(40);
        builder.Property(v => v.EnteredBy).HasMaxLength(200);
        builder.Ignore(v => v.Minutes);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(v => v.NominationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => v.MinutesSha256);
    }
}

internal sealed class PublicityConfiguration : IEntityTypeConfiguration<Publicity>
{
    public void Configure(EntityTypeBuilder<Publicity> builder)
    {
        builder.ToTable("Publicities");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.StageName).HasMaxLength(Publicity.LongestStageName);
        builder.Property(p => p.Place).HasMaxLength(Publicity.LongestPlace);
        builder.Property(p => p.StartedBy).HasMaxLength(200);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(p => p.NominationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.Until, p.From });
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objections");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Text).HasMaxLength(Objection.LongestText);
        builder.Property(o => o.Channel).HasMaxLength(Objection.LongestChannel);
        builder.Property(o => o.Answer).HasMaxLength(Objection.LongestText);
        builder.Property(o => o.EnteredBy).HasMaxLength(200);
        builder.HasOne<Publicity>().WithMany().HasForeignKey(o => o.PublicityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Body).HasMaxLength(Consultation.LongestBody);
        builder.Property(c => c.Opinion).HasMaxLength(Consultation.LongestOpinion);
        builder.Property(c => c.FileName).HasMaxLength(DocumentFile.LongestName);
        builder.Property(c => c.FileSha256).HasMaxLength(64);
        builder.Property(c => c.FileType).HasMaxLength(40);
        builder.Property(c => c.EnteredBy).HasMaxLength(200);
        builder.Ignore(c => c.File);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(c => c.NominationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.FileSha256);
    }
}

internal sealed class NominationFactConfiguration : IEntityTypeConfiguration<NominationFact>
{
    public void Configure(EntityTypeBuilder<NominationFact> builder)
    {
        builder.ToTable("NominationFacts");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Key).HasMaxLength(NominationFact.LongestKey);
        builder.Property(f => f.Value).HasMaxLength(NominationFact.LongestText);
        builder.Property(f => f.Evidence).HasMaxLength(NominationFact.LongestText);
        builder.Property(f => f.EnteredBy).HasMaxLength(200);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(f => f.NominationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.NominationId, f.Key }).IsUnique();
    }
}

internal sealed class PacketConfiguration : IEntityTypeConfiguration<Packet>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public void Configure(EntityTypeBuilder<Packet> builder)
    {
        builder.ToTable("Packets");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.Facts).HasConversion(facts => Write(facts), text => Read(text), Comparer);
        builder.Property(p => p.CreatedBy).HasMaxLength(200);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(p => p.NominationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.NominationId, p.Number }).IsUnique();
        builder.HasIndex(p => p.Sha256);
    }

    private static readonly ValueComparer<IReadOnlyList<PacketFact>> Comparer = new(
        (left, right) => left == right || (left != null && right != null && left.SequenceEqual(right)),
        facts => Write(facts).GetHashCode(StringComparison.Ordinal)
    );

    private static string Write(IReadOnlyList<PacketFact> facts) => JsonSerializer.Serialize(facts, Json);

    private static PacketFact[] Read(string text) => JsonSerializer.Deserialize<PacketFact[]>(text, Json)!;
}
