using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class StoredSongConfiguration : IEntityTypeConfiguration<StoredSong>
{
    public void Configure(EntityTypeBuilder<StoredSong> builder)
    {
        builder.ToTable("Songs").HasKey(song => new { song.AccountId, song.SongId });
        builder.HasOne<Account>().WithMany().HasForeignKey(song => song.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
