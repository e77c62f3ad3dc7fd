using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Spotter.Core.Playlists.Stored;

internal sealed class DecisionToWriteConfiguration : IEntityTypeConfiguration<DecisionToWrite>
{
    public void Configure(EntityTypeBuilder<DecisionToWrite> builder)
    {
        builder.ToTable("DecisionsToWrite");
        builder.HasIndex(decision => new { decision.PlaylistId, decision.TrackKey }).IsUnique();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(decision => decision.PlaylistId).OnDelete(DeleteBehavior.Cascade);
    }
}
