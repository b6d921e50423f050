using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<EmployeeRequest>
{
    public void Configure(EntityTypeBuilder<EmployeeRequest> builder)
    {
        builder.ToTable("Requests");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Words).HasMaxLength(EmployeeRequest.LongestWords);
        builder.Property(r => r.AwardText).HasMaxLength(Award.LongestName);
        builder.Property(r => r.ConferringBody).HasMaxLength(EmployeeRequest.LongestBody);
        builder.Property(r => r.DocumentNumber).HasMaxLength(Document.LongestNumber);
        builder.Property(r => r.AttachmentName).HasMaxLength(DocumentFile.LongestName);
        builder.Property(r => r.AttachmentSha256).HasMaxLength(64);
        builder.Property(r => r.AttachmentType).HasMaxLength(40);
        builder.Property(r => r.AskedBy).HasMaxLength(100);
        builder.Property(r => r.DecidedBy).HasMaxLength(100);
        builder.Property(r => r.DecisionReason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Attachment);
        builder.Ignore(r => r.Honour);

        // What a request is about may go while the request is remembered: an honour, an article and an award are named, not held.
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(r => r.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.State, r.AskedAt });
        builder.HasIndex(r => r.ArticleId);
        builder.HasIndex(r => r.AttachmentSha256);
    }
}
