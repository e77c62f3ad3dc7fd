using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Spotter.Core.Playlists.Stored;

internal sealed class DecisionToMatchConfiguration : IEntityTypeConfiguration<DecisionToMatch>
{
    public void Configure(EntityTypeBuilder<DecisionToMatch> builder)
    {
        builder.ToTable("DecisionsToMatch");
        builder.HasKey(decision => new { decision.UserId, decision.TrackKey });
    }
}
