using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Catalogue;

/// <summary>What the catalogue has answered.</summary>
public static class CatalogueSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>What MusicBrainz has answered, for everybody.</summary>
        public DbSet<CatalogueAnswer> CatalogueAnswers => db.Set<CatalogueAnswer>();

        /// <summary>What MusicBrainz knows of artists, for everybody.</summary>
        public DbSet<CatalogueArtist> CatalogueArtists => db.Set<CatalogueArtist>();
    }
}
