using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Facts;
using Spotter.Core.Matching;

namespace Spotter.Core.Playlists.Stored;

internal sealed class PlaylistConfiguration : IEntityTypeConfiguration<Playlist>
{
    public void Configure(EntityTypeBuilder<Playlist> builder)
    {
        builder.ToTable("Playlists");
        builder.HasIndex(playlist => new { playlist.UserId, playlist.Source, playlist.RemoteId }).IsUnique();
        builder.HasIndex(playlist => playlist.Status);
        builder.HasIndex(playlist => playlist.MatchedAt);
        builder.HasMany(playlist => playlist.Tracks).WithOne().HasForeignKey(track => track.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(playlist => playlist.SyncError).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.Property(playlist => playlist.SourceError).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.Property(playlist => playlist.WaitingFor).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.Property(playlist => playlist.Allows).HasDefaultValue(MatchAllowances.None);
        builder.Ignore(playlist => playlist.UnmatchedCount).Ignore(playlist => playlist.TotalCount);
        builder.Ignore(playlist => playlist.MatchPercentage).Ignore(playlist => playlist.IsGathering).Ignore(playlist => playlist.WantedName).Ignore(playlist => playlist.KnownTargetId);
    }
}
