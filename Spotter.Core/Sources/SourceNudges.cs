using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Has connections read soon, each under its display name. A nudge may be lost: what must not be lost is stored first.</summary>
public sealed class SourceNudges(ISourceScheduler scheduler, ProviderRegistry providers)
{
    /// <summary>Has the connection read soon.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="trigger">Who asks.</param>
    public void Nudge(SourceConnection connection, SyncTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var service = providers.DisplayNameOf(connection.Kind);
        scheduler.NudgeConnection(connection.Id, connection.IsForLinks ? $"{service}: public links" : $"{service}: {connection.DisplayName}", trigger);
    }
}
