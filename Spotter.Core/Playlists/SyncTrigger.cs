namespace Spotter.Core.Playlists;

/// <summary>Who asked for a run.</summary>
public enum SyncTrigger
{
    /// <summary>The schedule.</summary>
    Schedule,

    /// <summary>A user in the browser.</summary>
    User,

    /// <summary>A script, through the API.</summary>
    Api,
}
