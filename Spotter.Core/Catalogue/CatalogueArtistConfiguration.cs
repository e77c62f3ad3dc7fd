using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Catalogue;

internal sealed class CatalogueArtistConfiguration : IEntityTypeConfiguration<CatalogueArtist>
{
    public void Configure(EntityTypeBuilder<CatalogueArtist> builder)
    {
        builder.ToTable("CatalogueArtists");
        builder.HasKey(artist => artist.Mbid);
        builder.Property(artist => artist.Artist).HasJson();
    }
}
