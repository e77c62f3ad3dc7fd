namespace Spotter.Web.Components.Layout;

/// <summary>What the frame shows besides the page: read in one go, renewed by events.</summary>
public sealed record FrameState
{
    /// <summary>Decisions that wait for the user: as many as the review page has entries.</summary>
    public int ReviewCount { get; init; }

    /// <summary>Playlists with a run under way or queued.</summary>
    public int BusyCount { get; init; }

    /// <summary>Playlists with sync on.</summary>
    public int EnabledCount { get; init; }

    public ServerState Server { get; init; } = ServerState.Unknown;

    /// <summary>The latest lines of the audit log that ask for a look, newest first.</summary>
    public IReadOnlyList<FrameNotice> Notices { get; init; } = [];

    public int UnseenCount { get; init; }
}
