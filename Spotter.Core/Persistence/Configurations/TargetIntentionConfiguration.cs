using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Playlists;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class TargetIntentionConfiguration : IEntityTypeConfiguration<TargetIntention>
{
    public void Configure(EntityTypeBuilder<TargetIntention> builder)
    {
        builder.HasKey(intention => intention.PlaylistId);
        builder.Property(intention => intention.PlaylistId).ValueGeneratedNever();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(intention => intention.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(intention => intention.ExistingIds).HasJson();
    }
}
