using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A user's decisions about matches. Each is stored for good, takes effect at once on every row with the same key, and is told to the open pages.</summary>
public sealed class MatchCorrections
{
    /// <summary>What the library offers for a row now: the result of a fresh matching, candidates included. Null where the row is not this user's.</summary>
    public Task<MatchResult?> SuggestAsync(int userId, long trackId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Songs of the user's whole library that fit the text, best first.</summary>
    public Task<IReadOnlyList<Song>> SearchAsync(int userId, string text, int limit, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The row is that song. False where row or song is not this user's.</summary>
    public Task<bool> PinAsync(int userId, long trackId, string songId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The row is not that song.</summary>
    public Task<bool> RejectAsync(int userId, long trackId, string songId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The row is never to be matched.</summary>
    public Task<bool> NeverAsync(int userId, long trackId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes back every decision about the row.</summary>
    public Task<bool> UndoAsync(int userId, long trackId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The user's decisions about the row.</summary>
    public Task<IReadOnlyList<TrackDecision>> DecisionsAsync(int userId, long trackId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
