using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence;

/// <summary>
/// The database: the truth about users, playlists, requests and the audit log. One short-lived context a method. What is in it belongs to the rooms: each
/// configures its own entities, and names their sets by an extension.
/// </summary>
public sealed class SpotterDbContext : DbContext
{
    /// <summary>Made by the context factory.</summary>
    public SpotterDbContext(DbContextOptions<SpotterDbContext> options)
        : base(options)
        // Whoever writes queues for it, and a transaction is what queues.
        => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

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
