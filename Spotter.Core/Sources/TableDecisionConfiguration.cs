using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sources;

internal sealed class TableDecisionConfiguration : IEntityTypeConfiguration<TableDecision>
{
    public void Configure(EntityTypeBuilder<TableDecision> builder)
    {
        builder.ToTable("TableDecisions");
        builder.HasIndex(decision => new { decision.UserId, decision.Fingerprint }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(decision => decision.UserId);
        builder.Property(decision => decision.Mapping).HasJson();
    }
}
