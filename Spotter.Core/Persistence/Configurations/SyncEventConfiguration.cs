using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class SyncEventConfiguration : IEntityTypeConfiguration<SyncEvent>
{
    public void Configure(EntityTypeBuilder<SyncEvent> builder)
    {
        builder.HasIndex(syncEvent => new { syncEvent.UserId, syncEvent.Id });
        builder.HasIndex(syncEvent => new { syncEvent.PlaylistId, syncEvent.Id });
        builder.HasIndex(syncEvent => syncEvent.OperationId);
        builder.HasIndex(syncEvent => new { syncEvent.Type, syncEvent.At });
        builder.HasOne<User>().WithMany().HasForeignKey(syncEvent => syncEvent.UserId);
    }
}
