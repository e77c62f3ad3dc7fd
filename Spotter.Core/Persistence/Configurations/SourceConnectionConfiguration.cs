using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Sources;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class SourceConnectionConfiguration : IEntityTypeConfiguration<SourceConnection>
{
    public void Configure(EntityTypeBuilder<SourceConnection> builder)
    {
        builder.HasIndex(connection => new { connection.UserId, connection.Kind, connection.OwnerId }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(connection => connection.UserId);
        builder.Property(connection => connection.Settings).HasJson();
        builder.Property(connection => connection.SeenRemoteIds).HasJson();
        builder.Property(connection => connection.Wanted).HasJson();
        builder.Ignore(connection => connection.IsForLinks);
    }
}
