using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class PinConfiguration : IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.HasIndex(pin => new { pin.UserId, pin.TrackKey });
        builder.HasOne<User>().WithMany().HasForeignKey(pin => pin.UserId);
        builder.Property(pin => pin.Song).HasJson();
    }
}
