using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class TargetCoverConfiguration : IEntityTypeConfiguration<TargetCover>
{
    public void Configure(EntityTypeBuilder<TargetCover> builder)
    {
        builder.ToTable("TargetCovers");
        builder.HasKey(cover => cover.PlaylistId);
        builder.Property(cover => cover.PlaylistId).ValueGeneratedNever();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(cover => cover.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(cover => cover.Contents).HasJson();
    }
}
