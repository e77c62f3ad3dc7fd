using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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

    /// <summary>The engine of this database.</summary>
    public IDatabaseEngine Engine => DatabaseEngineOptions.EngineOf(this.GetService<IDbContextOptions>());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SpotterDbContext).Assembly);
        Engine.Shape(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Not every engine can compare DateTimeOffset: moments are Unix milliseconds, enums are words.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
