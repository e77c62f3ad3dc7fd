using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>The database as one process sees it. Once that process is killed, nothing that it still does reaches the file.</summary>
internal sealed class MortalDatabase(IDbContextFactory<SpotterDbContext> file) : IDbContextFactory<SpotterDbContext>
{
    public bool IsDead { get; set; }

    public SpotterDbContext CreateDbContext() => IsDead ? throw new ProcessKilledException() : file.CreateDbContext();
}
