using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Mixtapes;

/// <summary>The tables of mixtapes and personas.</summary>
public static class MixtapeSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>The users' mixtapes.</summary>
        public DbSet<Mixtape> Mixtapes => db.Set<Mixtape>();

        /// <summary>The users' own personas.</summary>
        public DbSet<Persona> Personas => db.Set<Persona>();
    }
}
