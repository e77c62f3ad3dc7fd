using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class PlaylistTrackConfiguration : IEntityTypeConfiguration<PlaylistTrack>
{
    public void Configure(EntityTypeBuilder<PlaylistTrack> builder)
    {
        builder.ToTable("Tracks");
        // Not unique: reordering temporarily creates equal positions.
        builder.HasIndex(track => new { track.PlaylistId, track.Position });
        builder.HasIndex(track => new { track.PlaylistId, track.Zone });
        builder.HasIndex(track => track.Key);
        builder.HasIndex(track => track.SongId);
        builder.ComplexProperty(track => track.SourceTrack, source =>
        {
            source.Property(track => track.Artists).HasJson();
            // Each property is a column with its own name, not "SourceTrack_Title".
            foreach (var property in source.Metadata.ComplexType.GetProperties())
            {
                property.SetColumnName(property.Name);
            }
        });
        builder.Property(track => track.Song).HasJson();
        builder.Property(track => track.Score).HasJson();
        builder.Property(track => track.Candidates).HasJson();
    }
}
