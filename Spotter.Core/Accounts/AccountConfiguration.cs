using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.UserName).HasAnnotation(ColumnTrait.IgnoresCase, true);
        builder.Property(account => account.ServerProblem).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.HasIndex(account => new { account.ServerUrl, account.UserName }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(account => account.UserId);
        builder.HasMany<Playlist>().WithOne().HasForeignKey(playlist => playlist.AccountId);
        builder.OwnsOne(account => account.Library)
            .Property(library => library.Error).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.Navigation(account => account.Library).IsRequired();
        builder.OwnsOne(account => account.Renewal).Ignore(renewal => renewal.IsUnanswered);
        builder.Navigation(account => account.Renewal).IsRequired();
    }
}
