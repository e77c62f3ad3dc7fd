using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Catalogue;

/// <summary>The tables of the catalogue's answers.</summary>
public static class CatalogueSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>MusicBrainz's answers, shared by all users.</summary>
        public DbSet<CatalogueAnswer> CatalogueAnswers => db.Set<CatalogueAnswer>();

        /// <summary>What MusicBrainz knows about artists, shared by all users.</summary>
        public DbSet<CatalogueArtist> CatalogueArtists => db.Set<CatalogueArtist>();
    }
}
