using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Facts;

namespace Spotter.Core.Playlists.Stored;

internal sealed class SyncEventConfiguration : IEntityTypeConfiguration<SyncEvent>
{
    public void Configure(EntityTypeBuilder<SyncEvent> builder)
    {
        builder.ToTable("SyncEvents");
        builder.HasIndex(syncEvent => new { syncEvent.UserId, syncEvent.Id });
        builder.HasIndex(syncEvent => new { syncEvent.PlaylistId, syncEvent.Id });
        builder.HasIndex(syncEvent => syncEvent.OperationId);
        builder.Property(syncEvent => syncEvent.Message).HasConversion(fact => FactText.Write(fact), text => FactText.Read(text));
        builder.HasIndex(syncEvent => new { syncEvent.Type, syncEvent.At });
    }
}
