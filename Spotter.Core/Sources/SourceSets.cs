using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Sources;

/// <summary>The tables of sources.</summary>
public static class SourceSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>The users' connections to services that playlists come from.</summary>
        public DbSet<SourceConnection> SourceConnections => db.Set<SourceConnection>();

        /// <summary>The users' decisions about tables that Spotter does not understand.</summary>
        public DbSet<TableDecision> TableDecisions => db.Set<TableDecision>();

        /// <summary>Services that asked for a pause.</summary>
        public DbSet<ServicePause> ServicePauses => db.Set<ServicePause>();
    }
}
