using Spotter.Core.Accounts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Servers;

/// <summary>What a server that was set up from scratch means for a run of one playlist.</summary>
/// <param name="IsUnanswered">Whether the user has not yet decided what to do with their playlists.</param>
/// <param name="Answer">The user's decision, if this playlist has not been synced since; otherwise null.</param>
internal sealed record RenewalStatus(bool IsUnanswered, RenewalAnswer? Answer)
{
    /// <summary>The server is the known one.</summary>
    public static RenewalStatus None { get; } = new(IsUnanswered: false, Answer: null);

    /// <summary>Whether the run must wait: scheduled runs write nothing to a server that was set up from scratch until the user has
    /// decided.</summary>
    public bool AwaitsAnswer(SyncRequest request) => IsUnanswered && request.Trigger == SyncTrigger.Schedule;
}
