using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Benchmarks;

/// <summary>Nobody hears these nudges: the benchmark calls the runner itself, when its clock runs.</summary>
internal sealed class UnheardNudges : ISyncScheduler
{
    public void Nudge(int playlistId, string playlistName, SyncOperation operation)
    {
    }

    public void NudgeAccount(int accountId, string userName)
    {
    }
}
