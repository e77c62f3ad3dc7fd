using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

internal sealed class TargetIntentionConfiguration : IEntityTypeConfiguration<TargetIntention>
{
    public void Configure(EntityTypeBuilder<TargetIntention> builder)
    {
        builder.ToTable("TargetIntentions");
        builder.HasKey(intention => intention.PlaylistId);
        builder.Property(intention => intention.PlaylistId).ValueGeneratedNever();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(intention => intention.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(intention => intention.ExistingIds).HasJson();
    }
}
