using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class PinConfiguration : IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.ToTable("Pins");
        builder.HasIndex(pin => new { pin.UserId, pin.TrackKey });
        builder.HasIndex(pin => new { pin.UserId, pin.Id });
        builder.Property(pin => pin.Track).HasJson();
        builder.Property(pin => pin.Song).HasJson();
    }
}
