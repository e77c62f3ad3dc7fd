using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Playlists;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class TargetSnapshotConfiguration : IEntityTypeConfiguration<TargetSnapshot>
{
    public void Configure(EntityTypeBuilder<TargetSnapshot> builder)
    {
        builder.HasOne<Playlist>().WithMany().HasForeignKey(snapshot => snapshot.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(snapshot => snapshot.Songs).HasPackedJson();
    }
}
