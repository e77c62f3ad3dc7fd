namespace Spotter.Core.Targets;

/// <summary>Why a write is held back. Stored as text.</summary>
public enum SafetyRule
{
    /// <summary>The source came back empty.</summary>
    SourceEmpty,

    /// <summary>The source lost more than the allowed percentage of its tracks since the last write.</summary>
    SourceShrank,

    /// <summary>The library lost more than the allowed percentage of its songs since the last write.</summary>
    LibraryShrank,

    /// <summary>The target would lose more than the allowed percentage of its songs.</summary>
    TargetWouldShrink,

    /// <summary>A first write would match less than the configured percentage.</summary>
    TooFewMatched,

    /// <summary>The target is gone from the server.</summary>
    TargetGone,

    /// <summary>The server was set up from scratch, and the user has not yet decided what to do with their playlists.</summary>
    ServerRenewed,
}
