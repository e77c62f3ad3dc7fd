using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Spotter.Core.Persistence;

/// <summary>
/// The database: the source of truth for users, playlists, requests and the audit log. Use one short-lived context per method. Each room
/// configures its own entities and adds their sets as extension members.
/// </summary>
public sealed class SpotterDbContext : DbContext
{
    /// <summary>Called by the context factory.</summary>
    public SpotterDbContext(DbContextOptions<SpotterDbContext> options)
        : base(options)
        // A save queues by its transaction, so even a save of one statement needs one.
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
        // Not every engine can compare DateTimeOffset, so times are stored as Unix milliseconds. Enums are stored as text.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
