using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Playlists.Stored;

/// <summary>The tables of playlists, decisions about their tracks, and syncs.</summary>
public static class PlaylistSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>Playlists of every source.</summary>
        public DbSet<Playlist> Playlists => db.Set<Playlist>();

        /// <summary>Their rows.</summary>
        public DbSet<PlaylistTrack> Tracks => db.Set<PlaylistTrack>();

        /// <summary>The users' decisions about matches.</summary>
        public DbSet<Pin> Pins => db.Set<Pin>();

        /// <summary>Decisions that targets are to get, and those that they got last.</summary>
        public DbSet<DecisionToWrite> DecisionsToWrite => db.Set<DecisionToWrite>();

        /// <summary>Decisions with which rows are to be matched.</summary>
        public DbSet<DecisionToMatch> DecisionsToMatch => db.Set<DecisionToMatch>();

        /// <summary>The audit log.</summary>
        public DbSet<SyncEvent> SyncEvents => db.Set<SyncEvent>();

        /// <summary>Requested runs that have not ended.</summary>
        public DbSet<SyncRequest> SyncRequests => db.Set<SyncRequest>();

        /// <summary>What targets held before Spotter wrote to them.</summary>
        public DbSet<TargetSnapshot> TargetSnapshots => db.Set<TargetSnapshot>();

        /// <summary>What Spotter last wrote to targets.</summary>
        public DbSet<WrittenTarget> WrittenTargets => db.Set<WrittenTarget>();

        /// <summary>The covers that Spotter gave to targets.</summary>
        public DbSet<TargetCover> TargetCovers => db.Set<TargetCover>();

        /// <summary>Targets that are being created.</summary>
        public DbSet<TargetIntention> TargetIntentions => db.Set<TargetIntention>();
    }
}
