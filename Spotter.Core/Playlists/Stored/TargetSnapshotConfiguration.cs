using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class TargetSnapshotConfiguration : IEntityTypeConfiguration<TargetSnapshot>
{
    public void Configure(EntityTypeBuilder<TargetSnapshot> builder)
    {
        builder.ToTable("TargetSnapshots");
        builder.HasOne<Playlist>().WithMany().HasForeignKey(snapshot => snapshot.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(snapshot => snapshot.Songs).HasPackedJson();
    }
}
