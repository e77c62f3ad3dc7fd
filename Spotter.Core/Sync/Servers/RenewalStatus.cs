using Spotter.Core.Accounts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Servers;

/// <summary>What a server that was set up from scratch means for a run of one playlist.</summary>
/// <param name="IsUnanswered">Whether the user has not yet said what is to become of their playlists.</param>
/// <param name="Answer">What they said, where this playlist has not been synced since; null otherwise.</param>
internal sealed record RenewalStatus(bool IsUnanswered, RenewalAnswer? Answer)
{
    /// <summary>The server is the one that we know.</summary>
    public static RenewalStatus None { get; } = new(IsUnanswered: false, Answer: null);

    /// <summary>Nothing is written by itself before the user has said what becomes of the playlists of a server that was set up from scratch.</summary>
    public bool AwaitsAnswer(SyncRequest request) => IsUnanswered && request.Trigger == SyncTrigger.Schedule;
}
