using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

internal sealed class SourceConnectionConfiguration : IEntityTypeConfiguration<SourceConnection>
{
    public void Configure(EntityTypeBuilder<SourceConnection> builder)
    {
        builder.ToTable("SourceConnections");
        builder.HasIndex(connection => new { connection.UserId, connection.Kind, connection.OwnerId }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(connection => connection.UserId);
        // Deleting a connection keeps its playlists, with their last content.
        builder.HasMany<Playlist>().WithOne().HasForeignKey(playlist => playlist.ConnectionId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(connection => connection.Settings).HasJson();
        builder.Property(connection => connection.SeenRemoteIds).HasJson();
        builder.Property(connection => connection.Wanted).HasJson();
        builder.Property(connection => connection.Problem).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        builder.Ignore(connection => connection.IsForLinks);
    }
}
