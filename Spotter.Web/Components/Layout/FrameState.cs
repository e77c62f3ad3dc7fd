namespace Spotter.Web.Components.Layout;

/// <summary>What the frame shows around the page: read in one go, refreshed by events.</summary>
public sealed record FrameState
{
    /// <summary>Decisions that wait for the user: as many as there are entries on the review page.</summary>
    public int ReviewCount { get; init; }

    /// <summary>Playlists with a running or queued sync.</summary>
    public int BusyCount { get; init; }

    /// <summary>Playlists with sync on.</summary>
    public int EnabledCount { get; init; }

    public ServerState Server { get; init; } = ServerState.Unknown;

    /// <summary>The latest audit log entries that need attention, newest first.</summary>
    public IReadOnlyList<FrameNotice> Notices { get; init; } = [];

    public int UnseenCount { get; init; }
}
