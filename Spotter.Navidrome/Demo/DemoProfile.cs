namespace Spotter.Navidrome.Demo;

/// <summary>In what the embedded server behaves like one or another real server. The differences are those of real releases, as read from their source.</summary>
public sealed record DemoProfile
{
    /// <summary>Navidrome 0.64.</summary>
    public static DemoProfile Navidrome { get; } = new();

    /// <summary>Navidrome 0.60.0: the fields of OpenSubsonic, but no "readonly", no covers for playlists, and rows that are hidden get lost by an index.</summary>
    public static DemoProfile Navidrome060 { get; } = new()
    {
        Name = "Navidrome 0.60",
        ServerVersion = "0.60.0 (demo)",
        Ids = DemoIdShape.Random,
        KeepsGoingWithoutBody = true,
        SaysNotAuthorizedByCode0 = true,
        AdminReplacesOthersLists = false,
        HasReadonly = false,
        ProtectsRuledLists = false,
        ProtectsFileLists = false,
        RemovesByVisibleIndex = true,
        UploadsCovers = false,
        SaysImageAbsent = false,
    };

    /// <summary>Navidrome 0.49.3: none of OpenSubsonic, a library by title, and songs whose files are gone leave the playlists at once.</summary>
    public static DemoProfile Navidrome049 { get; } = Navidrome060 with
    {
        Name = "Navidrome 0.49",
        ServerVersion = "0.49.3 (demo)",
        IsOpenSubsonic = false,
        Extensions = DemoExtensions.Unknown,
        Ids = DemoIdShape.HashAndUuid,
        AdminDeletesOthersLists = false,
        EmptyQueryMeansEverything = false,
        QueryMayBeMissing = false,
        SortsByTitle = true,
        KeepsMissingSongs = false,
        HasScanDetails = false,
        HasLibraries = false,
        BreaksOnUnknownUpdate = true,
    };

    /// <summary>gonic 0.22: playlists are files, rewritten as they are told; a playlist that it does not know is made.</summary>
    public static DemoProfile Gonic { get; } = new()
    {
        Name = "gonic",
        Family = DemoFamily.Gonic,
        Type = "gonic",
        ServerVersion = "v0.22.0",
        Extensions = DemoExtensions.BehindLogin,
        Ids = DemoIdShape.Numbered,
        KeepsGoingWithoutBody = true,
        QueryMayBeMissing = false,
        KeepsMissingSongs = false,
        HasLastScan = false,
        HasLibraries = false,
        HasReadonly = false,
        EmptyReplaceEmpties = true,
        ReplaceRenames = true,
        ReplaceCreatesUnknown = true,
        RefusesUnknownSongs = true,
        AdminSeesOthersLists = false,
        AdminUpdatesOthersLists = false,
        AdminReplacesOthersLists = false,
        AdminDeletesOthersLists = false,
        ProtectsRuledLists = false,
        ProtectsFileLists = false,
        HasPlaylistCovers = false,
        HasNativeApi = false,
        UploadsCovers = false,
        SongsPerRequest = 2_500,
    };

    /// <summary>A bare Subsonic server in the manner of supysonic 0.7.</summary>
    public static DemoProfile Plain { get; } = new()
    {
        Name = "bare Subsonic",
        Family = DemoFamily.Supysonic,
        Type = null,
        ServerVersion = null,
        ApiVersion = "1.10.2",
        IsOpenSubsonic = false,
        Extensions = DemoExtensions.Unknown,
        Ids = DemoIdShape.Uuid,
        TakesTokens = false,
        QuotesMeanEverything = false,
        QueryMayBeMissing = false,
        KeepsMissingSongs = false,
        HasLastScan = false,
        HasLibraries = false,
        HasChanged = false,
        HasReadonly = false,
        ReturnsPlaylistOnCreate = false,
        EmptyReplaceEmpties = true,
        ReplaceRenames = true,
        RefusesUnknownSongs = true,
        AddsBeforeRemoving = true,
        KeepsCommentOnEmpty = true,
        AdminSeesOthersLists = false,
        ProtectsRuledLists = false,
        ProtectsFileLists = false,
        HasPlaylistCovers = false,
        HasNativeApi = false,
        UploadsCovers = false,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoProfile> All { get; } = [Navidrome, Navidrome060, Navidrome049, Gonic, Plain];

    /// <summary>Its name in tests.</summary>
    public string Name { get; init; } = "Navidrome 0.64";

    /// <summary>Whose manners it has where they are no mere matter of a release.</summary>
    internal DemoFamily Family { get; init; }

    /// <summary>The "type" of every answer; null leaves it out.</summary>
    public string? Type { get; init; } = "navidrome";

    /// <summary>The "serverVersion" of every answer; null leaves it out.</summary>
    public string? ServerVersion { get; init; } = "0.64.0 (demo)";

    /// <summary>The "version" of every answer.</summary>
    public string ApiVersion { get; init; } = "1.16.1";

    /// <summary>Whether answers say "openSubsonic", and songs carry its fields (default true).</summary>
    public bool IsOpenSubsonic { get; init; } = true;

    /// <summary>Who may ask which extensions there are.</summary>
    internal DemoExtensions Extensions { get; init; } = DemoExtensions.Public;

    /// <summary>What ids look like. Songs that are given under other ids get one of this shape.</summary>
    internal DemoIdShape Ids { get; init; } = DemoIdShape.Canonical;

    /// <summary>Whether token login works; where not, it is answered with code 10 (default true).</summary>
    public bool TakesTokens { get; init; } = true;

    /// <summary>Whether a call whose body cannot be read is carried out with what stands in the address (default false).</summary>
    public bool KeepsGoingWithoutBody { get; init; }

    /// <summary>Whether a query of two quotes finds every song (default true).</summary>
    public bool QuotesMeanEverything { get; init; } = true;

    /// <summary>Whether an empty query finds every song (default true).</summary>
    public bool EmptyQueryMeansEverything { get; init; } = true;

    /// <summary>Whether a search without a query finds every song (default true).</summary>
    public bool QueryMayBeMissing { get; init; } = true;

    /// <summary>Whether songs come by title; else in the order in which they came to the library (default false).</summary>
    public bool SortsByTitle { get; init; }

    /// <summary>Whether a search pays no heed to its offset (default false).</summary>
    public bool IgnoresOffset { get; init; }

    /// <summary>Whether songs whose files are gone stay in playlists, unseen, and come back with the files (default true).</summary>
    public bool KeepsMissingSongs { get; init; } = true;

    /// <summary>Whether getScanStatus answers ordinary users and names the last scan (default true).</summary>
    public bool HasLastScan { get; init; } = true;

    /// <summary>Whether getScanStatus tells how the scan went (default true).</summary>
    public bool HasScanDetails { get; init; } = true;

    /// <summary>Whether there are several libraries, and users who do not see them all (default true).</summary>
    public bool HasLibraries { get; init; } = true;

    /// <summary>Whether a playlist says when it was written last (default true).</summary>
    public bool HasChanged { get; init; } = true;

    /// <summary>Whether a playlist says that its songs cannot be written (default true).</summary>
    public bool HasReadonly { get; init; } = true;

    /// <summary>Whether a playlist names a cover (default true).</summary>
    public bool HasPlaylistCovers { get; init; } = true;

    /// <summary>Whether createPlaylist returns the playlist (default true).</summary>
    public bool ReturnsPlaylistOnCreate { get; init; } = true;

    /// <summary>Whether replacing with no songs empties a list; Navidrome leaves the songs alone (default false).</summary>
    public bool EmptyReplaceEmpties { get; init; }

    /// <summary>Whether a name given with a replacement renames (default false).</summary>
    public bool ReplaceRenames { get; init; }

    /// <summary>Whether replacing an unknown playlist makes a new one (default false).</summary>
    public bool ReplaceCreatesUnknown { get; init; }

    /// <summary>Whether an unknown song id is refused with code 70; Navidrome takes it in silence (default false).</summary>
    public bool RefusesUnknownSongs { get; init; }

    /// <summary>Whether updatePlaylist adds before it removes (default false).</summary>
    public bool AddsBeforeRemoving { get; init; }

    /// <summary>Whether an index counts the rows that are seen, and removing by one loses those that are not (default false: it counts stored rows).</summary>
    public bool RemovesByVisibleIndex { get; init; }

    /// <summary>Whether an empty comment is ignored (default false: it clears).</summary>
    public bool KeepsCommentOnEmpty { get; init; }

    /// <summary>Whether updatePlaylist on an unknown playlist ends in HTTP 500 (default false).</summary>
    public bool BreaksOnUnknownUpdate { get; init; }

    /// <summary>Whether replacing or deleting another user's list is refused with code 0 (default false: code 50).</summary>
    public bool SaysNotAuthorizedByCode0 { get; init; }

    /// <summary>Whether an administrator is shown everybody's private lists (default true).</summary>
    public bool AdminSeesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may update another user's list (default true).</summary>
    public bool AdminUpdatesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may replace the songs of another user's list (default true).</summary>
    public bool AdminReplacesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may delete another user's list (default true).</summary>
    public bool AdminDeletesOthersLists { get; init; } = true;

    /// <summary>Whether writing the songs of a smart list is refused with code 50 (default true); where not, a replacement does nothing, in silence.</summary>
    public bool ProtectsRuledLists { get; init; } = true;

    /// <summary>Whether writing the songs of a list that comes from a file is refused with code 50 (default true); where not, the next scan overwrites them.</summary>
    public bool ProtectsFileLists { get; init; } = true;

    /// <summary>Whether Navidrome's own interface answers, below /auth and /api (default true).</summary>
    public bool HasNativeApi { get; init; } = true;

    /// <summary>Whether that interface takes covers for playlists (default true).</summary>
    public bool UploadsCovers { get; init; } = true;

    /// <summary>Whether that interface says which lists and albums have no picture (default true).</summary>
    public bool SaysImageAbsent { get; init; } = true;

    /// <summary>How many song ids a write may carry before the server's time runs out, its answer with it; null for any number (default null).</summary>
    public int? SongsPerRequest { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
