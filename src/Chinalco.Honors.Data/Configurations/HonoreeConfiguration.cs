using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class HonoreeConfiguration
    : IEntityTypeConfiguration<Honoree>,
        IEntityTypeConfiguration<Employment>,
        IEntityTypeConfiguration<PersonnelFile>,
        IEntityTypeConfiguration<HonoreeAlias>,
        IEntityTypeConfiguration<IdentityChange>
{
    public void Configure(EntityTypeBuilder<Honoree> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Name).HasMaxLength(Honoree.LongestName);
        builder.Property<byte[]>(HonorsContext.NameSortKey).HasMaxLength(PinyinSortKey.Longest);
        builder.Property(h => h.EmployeeNumber).HasMaxLength(Honoree.LongestNumber);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.Property(h => h.PageVersion).IsCountedByTheDatabase();
        builder.Ignore(h => h.CurrentEmployment);
        builder.HasMany(h => h.Employments).WithOne().HasForeignKey(e => e.HonoreeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(h => h.Aliases).WithOne().HasForeignKey(a => a.HonoreeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => h.MergedIntoId);
        builder.HasIndex(h => h.EmployeeNumber).IsUnique();
        builder.HasIndex(h => h.Name);
        builder.HasIndex(h => h.Visibility);
        builder.HasIndex(HonorsContext.NameSortKey);
    }

    public void Configure(EntityTypeBuilder<Employment> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.UnitText).HasMaxLength(Employment.LongestUnitText);
        builder.Property(e => e.Position).HasMaxLength(Employment.LongestPosition);
        builder.HasOne<Domain.Units.Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonnelFile> builder)
    {
        builder.HasKey(f => f.HonoreeId);
        builder.Property(f => f.HonoreeId).ValueGeneratedNever();
        builder.Property(f => f.PoliticalStatus).HasMaxLength(PersonnelFile.LongestText);
        builder.Property(f => f.SkillGrade).HasMaxLength(PersonnelFile.LongestText);
        builder.Property(f => f.Education).HasMaxLength(PersonnelFile.LongestText);
        builder.Property(f => f.Ethnicity).HasMaxLength(PersonnelFile.LongestText);
        builder.Ignore(f => f.Facts);
        builder.HasOne<Honoree>().WithOne().HasForeignKey<PersonnelFile>(f => f.HonoreeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HonoreeAlias> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(HonoreeAlias.Longest);
        builder.HasIndex(a => new { a.Kind, a.Text });
    }

    public void Configure(EntityTypeBuilder<IdentityChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.OtherName).HasMaxLength(Honoree.LongestName);
        builder.Property(c => c.Reason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(c => c.UndoReason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(c => c.DoneBy).HasMaxLength(100);
        builder.Property(c => c.UndoneBy).HasMaxLength(100);

        // People are named by their ids alone: what a split made goes when it is taken back, its record stays.
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.OtherId);
    }
}
