namespace Spotter.Navidrome.Demo;

/// <summary>The differences between servers that the embedded server can imitate. They are those of real releases: recorded or, where there
/// is no recording, read from their source.</summary>
public sealed record DemoProfile
{
    /// <summary>Navidrome 0.64.</summary>
    public static DemoProfile Navidrome { get; } = new();

    /// <summary>Navidrome 0.63.2: ids of the old form, and playlists from files that can be written but are overwritten by a
    /// scan.</summary>
    public static DemoProfile Navidrome063 { get; } = new()
    {
        Name = "Navidrome 0.63",
        ServerVersion = "0.63.2 (demo)",
        Ids = DemoIdShape.Random,
        ExtensionNames = [.. Navidrome.ExtensionNames.Where(name => name != "topSongsByArtistId")],
        Covers = DemoCoverIds.Versioned,
        ProtectsFileLists = false,
        SaysImageAbsent = false,
    };

    /// <summary>Navidrome 0.60.0: the fields of OpenSubsonic, but no "readonly", no covers for playlists, and hidden rows are lost when a
    /// row is removed by index.</summary>
    public static DemoProfile Navidrome060 { get; } = new()
    {
        Name = "Navidrome 0.60",
        ServerVersion = "0.60.0 (demo)",
        Ids = DemoIdShape.Random,
        ExtensionNames = ["transcodeOffset", "formPost", "songLyrics", "indexBasedQueue"],
        Covers = DemoCoverIds.OfAlbums,
        KeepsGoingWithoutBody = true,
        HasWorks = false,
        StarMeansEverything = false,
        ApostrophesMeanEverything = true,
        NegativeOffsetFindsNothing = true,
        SaysNotAuthorizedByCode0 = true,
        EverybodyRenamesPublicLists = true,
        AdminDeletesUnknownLists = true,
        HasShares = false,
        AdminReplacesOthersLists = false,
        HasReadonly = false,
        ProtectsRuledLists = false,
        ProtectsFileLists = false,
        RemovesByVisibleIndex = true,
        UploadsCovers = false,
        SaysImageAbsent = false,
        AnswersUnreadableTwice = true,
    };

    /// <summary>Navidrome 0.49.3: no OpenSubsonic, a library sorted by title, and songs whose files are gone leave the playlists at
    /// once.</summary>
    public static DemoProfile Navidrome049 { get; } = Navidrome060 with
    {
        Name = "Navidrome 0.49",
        ServerVersion = "0.49.3 (demo)",
        IsOpenSubsonic = false,
        Extensions = DemoExtensions.Unknown,
        Ids = DemoIdShape.HashAndUuid,
        ApostrophesMeanEverything = false,
        EverybodyRenamesPublicLists = false,
        AdminDeletesUnknownLists = false,
        AdminDeletesOthersLists = false,
        EmptyQueryMeansEverything = false,
        QueryMayBeMissing = false,
        SortsByTitle = true,
        KeepsMissingSongs = false,
        HasScanDetails = false,
        HasLibraries = false,
        BreaksOnUnknownUpdate = true,
        MaxParameters = null,
        AnswersUnreadableTwice = false,
    };

    /// <summary>gonic 0.22: playlists are files, written exactly as requested, and an unknown playlist is created.</summary>
    public static DemoProfile Gonic { get; } = new()
    {
        Name = "gonic",
        Family = DemoFamily.Gonic,
        Type = "gonic",
        ServerVersion = "0.22.0",
        Extensions = DemoExtensions.BehindLogin,
        ExtensionNames = ["transcodeOffset", "formPost", "songLyrics"],
        Ids = DemoIdShape.Numbered,
        Covers = DemoCoverIds.None,
        Compresses = false,
        KeepsGoingWithoutBody = true,
        QueryMayBeMissing = false,
        StarMeansEverything = false,
        HasShares = false,
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
        HasNativeApi = false,
        UploadsCovers = false,
        SaysImageAbsent = false,
        SongsPerRequest = 2_500,
    };

    /// <summary>A bare Subsonic server that behaves like supysonic 0.7.</summary>
    public static DemoProfile Plain { get; } = new()
    {
        Name = "bare Subsonic",
        Family = DemoFamily.Supysonic,
        Type = null,
        ServerVersion = null,
        ApiVersion = "1.10.2",
        IsOpenSubsonic = false,
        Covers = DemoCoverIds.None,
        Compresses = false,
        StarMeansEverything = false,
        HasShares = false,
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
        HasNativeApi = false,
        UploadsCovers = false,
        SaysImageAbsent = false,
        MaxParameters = null,
    };

    /// <summary>All profiles.</summary>
    public static IReadOnlyList<DemoProfile> All { get; } = [Navidrome, Navidrome063, Navidrome060, Navidrome049, Gonic, Plain];

    /// <summary>Its name in tests.</summary>
    public string Name { get; init; } = "Navidrome 0.64";

    /// <summary>The server that it imitates, for behaviour that does not depend on the release.</summary>
    internal DemoFamily Family { get; init; }

    /// <summary>The "type" of every answer. Null leaves it out.</summary>
    public string? Type { get; init; } = "navidrome";

    /// <summary>The "serverVersion" of every answer. Null leaves it out.</summary>
    public string? ServerVersion { get; init; } = "0.64.0 (demo)";

    /// <summary>The "version" of every answer.</summary>
    public string ApiVersion { get; init; } = "1.16.1";

    /// <summary>Whether answers say "openSubsonic" and songs have its fields (default true).</summary>
    public bool IsOpenSubsonic { get; init; } = true;

    /// <summary>Who may ask for the list of extensions.</summary>
    internal DemoExtensions Extensions { get; init; } = DemoExtensions.Public;

    /// <summary>The extensions by name.</summary>
    internal IReadOnlyList<string> ExtensionNames { get; init; } =
        ["transcodeOffset", "formPost", "songLyrics", "indexBasedQueue", "transcoding", "playbackReport", "topSongsByArtistId"];

    /// <summary>The form of cover ids.</summary>
    internal DemoCoverIds Covers { get; init; } = DemoCoverIds.OfDiscs;

    /// <summary>Whether answers are compressed for callers that accept it (default true).</summary>
    public bool Compresses { get; init; } = true;

    /// <summary>Whether songs have works, movements and groupings (default true).</summary>
    public bool HasWorks { get; init; } = true;

    /// <summary>Whether users may share (default true).</summary>
    public bool HasShares { get; init; } = true;

    /// <summary>The form of ids. Songs that are added with other ids get one of this form.</summary>
    internal DemoIdShape Ids { get; init; } = DemoIdShape.Canonical;

    /// <summary>Whether token login works. Otherwise it is answered with code 10 (default true).</summary>
    public bool TakesTokens { get; init; } = true;

    /// <summary>Whether a call with an unreadable body is carried out with the parameters in the address (default false).</summary>
    public bool KeepsGoingWithoutBody { get; init; }

    /// <summary>Whether a query of two quotes finds every song (default true).</summary>
    public bool QuotesMeanEverything { get; init; } = true;

    /// <summary>Whether an empty query finds every song (default true).</summary>
    public bool EmptyQueryMeansEverything { get; init; } = true;

    /// <summary>Whether a search without a query finds every song (default true).</summary>
    public bool QueryMayBeMissing { get; init; } = true;

    /// <summary>Whether a query of one star finds every song (default true).</summary>
    public bool StarMeansEverything { get; init; } = true;

    /// <summary>Whether a query of two apostrophes finds every song (default false).</summary>
    public bool ApostrophesMeanEverything { get; init; }

    /// <summary>Whether a search with a negative offset finds nothing (default false: it begins with the first song).</summary>
    public bool NegativeOffsetFindsNothing { get; init; }

    /// <summary>
    /// Whether songs have the absolute paths of their files (default false: Navidrome makes paths up from the tags unless an administrator sets
    /// "Report real path" for the player).
    /// </summary>
    public bool ReportsRealPaths { get; init; }

    /// <summary>Whether songs are sorted by title. Otherwise they are in the order in which they were added (default false).</summary>
    public bool SortsByTitle { get; init; }

    /// <summary>Whether a search ignores its offset (default false).</summary>
    public bool IgnoresOffset { get; init; }

    /// <summary>Whether songs whose files are gone stay in playlists, hidden, and reappear with the files (default true).</summary>
    public bool KeepsMissingSongs { get; init; } = true;

    /// <summary>Whether getScanStatus answers ordinary users and returns the time of the last scan (default true).</summary>
    public bool HasLastScan { get; init; } = true;

    /// <summary>Whether getScanStatus returns details of the scan (default true).</summary>
    public bool HasScanDetails { get; init; } = true;

    /// <summary>Whether there are several libraries, and users who do not see them all (default true).</summary>
    public bool HasLibraries { get; init; } = true;

    /// <summary>Whether a playlist shows when it was last written (default true).</summary>
    public bool HasChanged { get; init; } = true;

    /// <summary>Whether a playlist shows that its songs cannot be changed (default true).</summary>
    public bool HasReadonly { get; init; } = true;

    /// <summary>Whether createPlaylist returns the playlist (default true).</summary>
    public bool ReturnsPlaylistOnCreate { get; init; } = true;

    /// <summary>Whether replacing with no songs empties a playlist. Navidrome leaves the songs alone (default false).</summary>
    public bool EmptyReplaceEmpties { get; init; }

    /// <summary>Whether a name sent with a replacement renames the playlist (default false).</summary>
    public bool ReplaceRenames { get; init; }

    /// <summary>Whether replacing an unknown playlist creates a new one (default false).</summary>
    public bool ReplaceCreatesUnknown { get; init; }

    /// <summary>Whether an unknown song id is refused with code 70. Navidrome silently accepts it (default false).</summary>
    public bool RefusesUnknownSongs { get; init; }

    /// <summary>Whether updatePlaylist adds before it removes (default false).</summary>
    public bool AddsBeforeRemoving { get; init; }

    /// <summary>Whether an index counts visible rows, so that removing by index loses hidden ones (default false: it counts stored
    /// rows).</summary>
    public bool RemovesByVisibleIndex { get; init; }

    /// <summary>Whether an empty comment is ignored (default false: it clears).</summary>
    public bool KeepsCommentOnEmpty { get; init; }

    /// <summary>Whether updatePlaylist on an unknown playlist ends in HTTP 500 (default false).</summary>
    public bool BreaksOnUnknownUpdate { get; init; }

    /// <summary>Whether replacing or deleting another user's playlist is refused with code 0 (default false: code 50).</summary>
    public bool SaysNotAuthorizedByCode0 { get; init; }

    /// <summary>Whether anybody may change the name, comment or visibility of another user's public playlist (default false).</summary>
    public bool EverybodyRenamesPublicLists { get; init; }

    /// <summary>Whether an administrator who deletes an unknown playlist gets "ok" (default false: code 70).</summary>
    public bool AdminDeletesUnknownLists { get; init; }

    /// <summary>Whether an administrator sees everybody's private playlists (default true).</summary>
    public bool AdminSeesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may update another user's playlist (default true).</summary>
    public bool AdminUpdatesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may replace the songs of another user's playlist (default true).</summary>
    public bool AdminReplacesOthersLists { get; init; } = true;

    /// <summary>Whether an administrator may delete another user's playlist (default true).</summary>
    public bool AdminDeletesOthersLists { get; init; } = true;

    /// <summary>Whether writing the songs of a smart playlist is refused with code 50 (default true). Otherwise a replacement is silently
    /// ignored.</summary>
    public bool ProtectsRuledLists { get; init; } = true;

    /// <summary>Whether writing the songs of a playlist that comes from a file is refused with code 50 (default true). Otherwise the next
    /// scan overwrites them.</summary>
    public bool ProtectsFileLists { get; init; } = true;

    /// <summary>Whether Navidrome's native API answers, below /auth and /api (default true).</summary>
    public bool HasNativeApi { get; init; } = true;

    /// <summary>Whether that API accepts covers for playlists (default true).</summary>
    public bool UploadsCovers { get; init; } = true;

    /// <summary>Whether that API says that a playlist or an album has no picture (default true).</summary>
    public bool SaysImageAbsent { get; init; } = true;

    /// <summary>
    /// The maximum number of parameters in a form or an address, including the login. Null for any number. 10,000 (the default) is the
    /// limit of Go's form reader since January 2026.
    /// </summary>
    public int? MaxParameters { get; init; } = 10_000;

    /// <summary>Whether an unreadable form is answered twice: with the reason, and with the result of the call without it (default
    /// false).</summary>
    public bool AnswersUnreadableTwice { get; init; }

    /// <summary>The number of song ids in a write after which the server's time runs out and its answer is lost. Null for any number
    /// (default null).</summary>
    public int? SongsPerRequest { get; init; }

    /// <summary>The number of rows in an answer after which the server's time runs out. Null for any number (default null: it depends on
    /// the machine).</summary>
    public int? RowsPerAnswer { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
