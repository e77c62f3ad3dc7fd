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

        /// <summary>What the users have said of how the files of single playlists are to be read.</summary>
        public DbSet<ReadingDecision> ReadingDecisions => db.Set<ReadingDecision>();

        /// <summary>Services that asked to be left alone for a while.</summary>
        public DbSet<ServicePause> ServicePauses => db.Set<ServicePause>();
    }
}
