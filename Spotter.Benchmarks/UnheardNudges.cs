using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Benchmarks;

/// <summary>Ignores nudges: the benchmark calls the runner itself when its clock runs.</summary>
internal sealed class UnheardNudges : ISyncScheduler, IAccountScheduler, ISourceScheduler
{
    public void Nudge(int playlistId, string playlistName, SyncOperation operation, TimeSpan after)
    {
    }

    public void NudgeAccount(int accountId, string userName)
    {
    }

    public void NudgeConnection(int connectionId, string name, SyncTrigger trigger)
    {
    }
}
