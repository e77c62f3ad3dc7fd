using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Accounts;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.Name).HasAnnotation(ColumnTrait.IgnoresCase, true);
        builder.Property(user => user.Preferences).HasJson();
        builder.HasMany<Playlist>().WithOne().HasForeignKey(playlist => playlist.UserId);
        builder.HasMany<Pin>().WithOne().HasForeignKey(pin => pin.UserId);
        builder.HasMany<DecisionToMatch>().WithOne().HasForeignKey(decision => decision.UserId);
        builder.HasMany<SyncEvent>().WithOne().HasForeignKey(syncEvent => syncEvent.UserId);
    }
}
