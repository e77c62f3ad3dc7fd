using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Spotter.Core.Playlists.Stored;

internal sealed class SyncRequestConfiguration : IEntityTypeConfiguration<SyncRequest>
{
    public void Configure(EntityTypeBuilder<SyncRequest> builder)
    {
        builder.ToTable("SyncRequests");
        // One waiting request per playlist: two clicks cannot create two, whatever the timing.
        builder.HasIndex(request => request.PlaylistId).IsUnique().HasFilter("\"LeaseId\" IS NULL");
        builder.HasIndex(request => new { request.PlaylistId, request.LeaseId });
        builder.HasIndex(request => request.LeaseId);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(request => request.PlaylistId).OnDelete(DeleteBehavior.Cascade);
    }
}
