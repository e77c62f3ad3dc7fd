using Microsoft.EntityFrameworkCore;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sources;

/// <summary>Remembers what each user says of how the files of their playlists are to be read: which side is the title, and in which letters they are.</summary>
public sealed class ReadingDecisions(TimeProvider clock)
{
    /// <summary>Everything that the user has said, for the reader.</summary>
    internal static async Task<KnownReadings> ReadAsync(SpotterDbContext db, int userId, CancellationToken cancellationToken)
        => new(await db.ReadingDecisions.AsNoTracking()
            .Where(decision => decision.UserId == userId)
            .ToDictionaryAsync(decision => decision.RemoteId, decision => new ReadingChoice(decision.CodePage, decision.IsTitleFirst), cancellationToken));

    /// <summary>Keeps what the user says of a playlist instead of what they said before, within the context's transaction; nothing at all is forgotten.</summary>
    internal async Task RememberAsync(SpotterDbContext db, int userId, string remoteId, ReadingChoice choice, CancellationToken cancellationToken)
    {
        await db.ReadingDecisions.Where(decision => decision.UserId == userId && decision.RemoteId == remoteId).ExecuteDeleteAsync(cancellationToken);
        if (choice != ReadingChoice.None)
        {
            db.ReadingDecisions.Add(new ReadingDecision
            {
                UserId = userId, RemoteId = remoteId, CodePage = choice.CodePage, IsTitleFirst = choice.IsTitleFirst, DecidedAt = clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
