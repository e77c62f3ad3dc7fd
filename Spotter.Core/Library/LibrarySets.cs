using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Library;

/// <summary>The stored libraries.</summary>
public static class LibrarySets
{
    extension(SpotterDbContext db)
    {
        /// <summary>The songs of each account's library, as last read.</summary>
        public DbSet<LibraryBlock> LibraryBlocks => db.Set<LibraryBlock>();
    }
}
