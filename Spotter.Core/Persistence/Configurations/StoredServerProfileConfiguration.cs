using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class StoredServerProfileConfiguration : IEntityTypeConfiguration<StoredServerProfile>
{
    public void Configure(EntityTypeBuilder<StoredServerProfile> builder)
    {
        builder.HasKey(stored => stored.Address);
        builder.Property(stored => stored.Profile).HasJson();
    }
}
