using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

internal sealed class StoredServerProfileConfiguration : IEntityTypeConfiguration<StoredServerProfile>
{
    public void Configure(EntityTypeBuilder<StoredServerProfile> builder)
    {
        builder.ToTable("ServerProfiles");
        builder.HasKey(stored => stored.Address);
        builder.Property(stored => stored.Profile).HasJson();
    }
}
