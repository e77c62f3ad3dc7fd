using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;

namespace Spotter.Core.Sources;

internal sealed class ReadingDecisionConfiguration : IEntityTypeConfiguration<ReadingDecision>
{
    public void Configure(EntityTypeBuilder<ReadingDecision> builder)
    {
        builder.ToTable("ReadingDecisions");
        builder.HasIndex(decision => new { decision.UserId, decision.RemoteId }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(decision => decision.UserId);
    }
}
