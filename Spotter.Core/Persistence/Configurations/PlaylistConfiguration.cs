using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class PlaylistConfiguration : IEntityTypeConfiguration<Playlist>
{
    public void Configure(EntityTypeBuilder<Playlist> builder)
    {
        builder.HasIndex(playlist => new { playlist.UserId, playlist.Source, playlist.RemoteId }).IsUnique();
        builder.HasIndex(playlist => playlist.Status);
        builder.HasIndex(playlist => playlist.MatchedAt);
        builder.HasOne<User>().WithMany().HasForeignKey(playlist => playlist.UserId);
        builder.HasOne<Account>().WithMany().HasForeignKey(playlist => playlist.AccountId);
        // A connection that goes leaves its playlists behind: they stay as they were last seen.
        builder.HasOne<SourceConnection>().WithMany().HasForeignKey(playlist => playlist.ConnectionId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(playlist => playlist.Tracks).WithOne().HasForeignKey(track => track.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(playlist => playlist.UnmatchedCount).Ignore(playlist => playlist.TotalCount);
        builder.Ignore(playlist => playlist.MatchPercentage).Ignore(playlist => playlist.WantedName).Ignore(playlist => playlist.KnownTargetId);
    }
}
