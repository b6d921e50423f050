using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class PressConfiguration
    : IEntityTypeConfiguration<Issue>,
        IEntityTypeConfiguration<Article>,
        IEntityTypeConfiguration<ArticlePrint>,
        IEntityTypeConfiguration<PageImage>,
        IEntityTypeConfiguration<Mention>,
        IEntityTypeConfiguration<SourceFile>,
        IEntityTypeConfiguration<Document>,
        IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<Issue> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Newspaper).HasMaxLength(Issue.LongestNewspaper);
        builder.HasIndex(i => new { i.Newspaper, i.Number }).IsUnique();
        builder.HasIndex(i => i.Date);
    }

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(Article.LongestTitle);
        builder.Property(a => a.Series).HasMaxLength(Article.LongestSeries);
        builder.Property(a => a.SourceNote).HasMaxLength(Article.LongestTitle);
        builder.Property(a => a.TextSha256).HasMaxLength(64);
        builder.Property(a => a.PageVersion).IsCountedByTheDatabase();
        builder.HasOne<Issue>().WithMany().HasForeignKey(a => a.IssueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SourceFile>().WithMany().HasForeignKey(a => a.SourceFileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.SourceFileId, a.Ordinal }).IsUnique();
        builder.HasIndex(a => a.Date);
        builder.HasIndex(a => a.TextSha256);
        builder.HasIndex(a => a.ReprintOfId);
    }

    public void Configure(EntityTypeBuilder<ArticlePrint> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => p.Value);
    }

    public void Configure(EntityTypeBuilder<PageImage> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.MediaType).HasMaxLength(20);
        builder.Property(p => p.AddedBy).HasMaxLength(100);
        builder.HasOne<Issue>().WithMany().HasForeignKey(p => p.IssueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.IssueId, p.Page }).IsUnique();
        builder.HasIndex(p => p.Sha256);
    }

    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Article>().WithMany().HasForeignKey(m => m.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(m => m.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(m => m.AwardId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SourceFile> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.FileName).HasMaxLength(SourceFile.LongestFileName);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.ReceivedFrom).HasMaxLength(100);
        builder.HasIndex(f => f.Sha256).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Title).HasMaxLength(Document.LongestTitle);
        builder.Property(d => d.Number).HasMaxLength(Document.LongestNumber);
        builder.Property(d => d.IssuingBody).HasMaxLength(Document.LongestBody);
        builder.Ignore(d => d.Facts);
        builder.Property(d => d.PageVersion).IsCountedByTheDatabase();
        builder.HasOne<Article>().WithMany().HasForeignKey(d => d.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Number);
    }

    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.FileName).HasMaxLength(DocumentFile.LongestName);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.MediaType).HasMaxLength(20);
        builder.Property(f => f.AddedBy).HasMaxLength(100);
        builder.HasOne<Document>().WithMany().HasForeignKey(f => f.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.Sha256);
    }
}
