using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class WrittenTargetConfiguration : IEntityTypeConfiguration<WrittenTarget>
{
    public void Configure(EntityTypeBuilder<WrittenTarget> builder)
    {
        builder.ToTable("WrittenTargets");
        builder.HasKey(written => written.PlaylistId);
        builder.Property(written => written.PlaylistId).ValueGeneratedNever();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(written => written.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(written => written.Songs).HasPackedJson();
        builder.Property(written => written.Pending).HasPackedJsonOrNull();
        builder.Property(written => written.Write).HasJson();
        builder.Property(written => written.Drift).HasJson();
    }
}
