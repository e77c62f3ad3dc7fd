using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Playlists;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class TargetCoverConfiguration : IEntityTypeConfiguration<TargetCover>
{
    public void Configure(EntityTypeBuilder<TargetCover> builder)
    {
        builder.HasKey(cover => cover.PlaylistId);
        builder.Property(cover => cover.PlaylistId).ValueGeneratedNever();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(cover => cover.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(cover => cover.Contents).HasJson();
    }
}
