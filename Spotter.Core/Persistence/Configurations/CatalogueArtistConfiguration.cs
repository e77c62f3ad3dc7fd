using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Catalogue;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class CatalogueArtistConfiguration : IEntityTypeConfiguration<CatalogueArtist>
{
    public void Configure(EntityTypeBuilder<CatalogueArtist> builder)
    {
        builder.HasKey(artist => artist.Mbid);
        builder.Property(artist => artist.Artist).HasJson();
    }
}
