using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class ConferralConfiguration
    : IEntityTypeConfiguration<Conferral>,
        IEntityTypeConfiguration<Recipient>,
        IEntityTypeConfiguration<Evidence>,
        IEntityTypeConfiguration<CertificateEntry>,
        IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Conferral> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Edition).HasMaxLength(100);
        builder.Property(c => c.AwardAsPrinted).HasMaxLength(Award.LongestName);
        builder.Property(c => c.ConferringBody).HasMaxLength(200);
        builder.Property(c => c.StatusReason).HasMaxLength(500);
        builder.Property(c => c.RecipientsKey).HasMaxLength(64);
        builder.Ignore(c => c.Counts);
        builder.Ignore(c => c.Facts);
        builder.HasOne<Award>().WithMany().HasForeignKey(c => c.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Recipients).WithOne().HasForeignKey(r => r.ConferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.ConferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Certificates).WithOne().HasForeignKey(e => e.ConferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Revocation).WithOne().HasForeignKey<Revocation>(r => r.ConferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.AwardId, c.RecipientsKey });
        builder
            .HasIndex(c => new
            {
                c.Year,
                c.Level,
                c.Id,
            })
            .IsDescending(true, false, false);
        builder.HasIndex(c => c.EnteredAt);
        builder.HasIndex(c => c.Visibility);
    }

    public void Configure(EntityTypeBuilder<Recipient> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.NameAsPrinted).HasMaxLength(200);
        builder.Property(r => r.UnitAsPrinted).HasMaxLength(200);
        builder.Ignore(r => r.Draft);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(r => r.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.QuoteSha256).HasMaxLength(64);
        builder.Property(e => e.AssertedBy).HasMaxLength(Evidence.LongestSource);
        builder.Property(e => e.EnteredBy).HasMaxLength(100);
        builder.HasOne<Article>().WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CertificateEntry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Number).HasMaxLength(CertificateEntry.LongestNumber);
        builder.Property(e => e.EnteredBy).HasMaxLength(100);

        // Not in the way of the conferral's own cascade.
        builder.HasOne<Recipient>().WithMany().HasForeignKey(e => e.RecipientId).OnDelete(DeleteBehavior.NoAction);
        builder
            .HasIndex(e => new
            {
                e.ConferralId,
                e.RecipientId,
                e.Order,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Revocation> builder)
    {
        builder.HasKey(r => r.ConferralId);
        builder.Property(r => r.ConferralId).ValueGeneratedNever();
        builder.Property(r => r.Body).HasMaxLength(Revocation.LongestBody);
        builder.Property(r => r.EnteredBy).HasMaxLength(100);
        builder.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
