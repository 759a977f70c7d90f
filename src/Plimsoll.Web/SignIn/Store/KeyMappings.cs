using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.SignIn.Store;

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.HasIndex(l => l.Hash).IsUnique();
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => l.Person)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors");
        builder.HasKey(f => f.Account);
        builder.Property(f => f.Account).ValueGeneratedNever();
        builder.Property(f => f.Secret).HasMaxLength(1000);
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<SecondFactor>(f => f.Account)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(c => new { c.Account, c.Hash });
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(c => c.Account)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_tokens");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(AccessToken.NameLimit);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.Start).HasMaxLength(16);
        builder.Property(t => t.Scopes).HasMaxLength(2000);
        builder.HasIndex(t => t.Hash).IsUnique();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(t => t.Account)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
