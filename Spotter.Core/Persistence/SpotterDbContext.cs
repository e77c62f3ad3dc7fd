using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Core.Providers.Http;
using Spotter.Core.Sources;

namespace Spotter.Core.Persistence;

/// <summary>The database: the truth about users, playlists, requests and the audit log. One short-lived context a method.</summary>
public sealed class SpotterDbContext : DbContext
{
    /// <summary>Made by the context factory.</summary>
    public SpotterDbContext(DbContextOptions<SpotterDbContext> options)
        : base(options)
        // Whoever writes queues for it, and a transaction is what queues.
        => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    /// <summary>Everybody who has signed in.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Their accounts on the music server.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Where they are signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>What is known of the music servers.</summary>
    public DbSet<StoredServerProfile> ServerProfiles => Set<StoredServerProfile>();

    /// <summary>The songs of each account's library, as last read.</summary>
    public DbSet<LibraryBlock> LibraryBlocks => Set<LibraryBlock>();

    /// <summary>Playlists of every source.</summary>
    public DbSet<Playlist> Playlists => Set<Playlist>();

    /// <summary>Their rows.</summary>
    public DbSet<PlaylistTrack> Tracks => Set<PlaylistTrack>();

    /// <summary>The users' decisions about matches.</summary>
    public DbSet<Pin> Pins => Set<Pin>();

    /// <summary>The audit log.</summary>
    public DbSet<SyncEvent> SyncEvents => Set<SyncEvent>();

    /// <summary>Runs that were asked for and have not ended.</summary>
    public DbSet<SyncRequest> SyncRequests => Set<SyncRequest>();

    /// <summary>What targets held before Spotter wrote to them.</summary>
    public DbSet<TargetSnapshot> TargetSnapshots => Set<TargetSnapshot>();

    /// <summary>What Spotter left in targets.</summary>
    public DbSet<WrittenTarget> WrittenTargets => Set<WrittenTarget>();

    /// <summary>The covers that Spotter gave to targets.</summary>
    public DbSet<TargetCover> TargetCovers => Set<TargetCover>();

    /// <summary>Targets that are being created.</summary>
    public DbSet<TargetIntention> TargetIntentions => Set<TargetIntention>();

    /// <summary>The users' connections to services that playlists come from.</summary>
    public DbSet<SourceConnection> SourceConnections => Set<SourceConnection>();

    /// <summary>What the users have said of tables that Spotter does not understand.</summary>
    public DbSet<TableDecision> TableDecisions => Set<TableDecision>();

    /// <summary>The users' mixtapes.</summary>
    public DbSet<Mixtape> Mixtapes => Set<Mixtape>();

    /// <summary>The users' own personas.</summary>
    public DbSet<Persona> Personas => Set<Persona>();

    /// <summary>Services that asked to be left alone for a while.</summary>
    public DbSet<ServicePause> ServicePauses => Set<ServicePause>();

    /// <summary>What MusicBrainz has answered, for everybody.</summary>
    public DbSet<CatalogueAnswer> CatalogueAnswers => Set<CatalogueAnswer>();

    /// <summary>What MusicBrainz knows of artists, for everybody.</summary>
    public DbSet<CatalogueArtist> CatalogueArtists => Set<CatalogueArtist>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(SpotterDbContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // EF on SQLite cannot compare DateTimeOffset: moments are Unix milliseconds, enums are words.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
