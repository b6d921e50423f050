using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<RoleGrant>,
        IEntityTypeConfiguration<SignInSession>,
        IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.SignInName).HasMaxLength(Account.LongestSignInName);
        builder.Property(a => a.NormalizedName).HasMaxLength(Account.LongestSignInName);
        builder.Property(a => a.DisplayName).HasMaxLength(100);
        builder.Property(a => a.PasswordHash).HasMaxLength(200);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.ProtectedAuthenticatorKey).HasMaxLength(500);
        builder.Property(a => a.RecoveryCodeHashes).HasMaxLength(2000);
        builder.Property(a => a.ExternalIssuer).HasMaxLength(200);
        builder.Property(a => a.ExternalSubject).HasMaxLength(200);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Roles);
        builder.Ignore(a => a.IsExternal);
        builder.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Honoree>().WithMany().HasForeignKey(a => a.HonoreeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.NormalizedName).IsUnique();
        builder.HasIndex(a => new { a.ExternalIssuer, a.ExternalSubject }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.GrantedBy).HasMaxLength(100);
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.SecurityStamp).HasMaxLength(64);
        builder.Property(s => s.Address).HasMaxLength(60);
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.BeganAt);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(100);
    }
}
