using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Sources;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class TableDecisionConfiguration : IEntityTypeConfiguration<TableDecision>
{
    public void Configure(EntityTypeBuilder<TableDecision> builder)
    {
        builder.HasIndex(decision => new { decision.UserId, decision.Fingerprint }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(decision => decision.UserId);
        builder.Property(decision => decision.Mapping).HasJson();
    }
}
