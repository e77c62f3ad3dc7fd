namespace Spotter.Core.Facts;

// What is said of services where users choose and connect them.
public abstract partial record Fact
{
    /// <summary>A form is not complete.</summary>
    public sealed record FieldEmpty(Fact Field) : Fact;

    /// <summary>The label of a field.</summary>
    public sealed record UserNameField : Fact;

    /// <summary>The label of a field.</summary>
    public sealed record ApiKeyField : Fact;

    /// <summary>The label of a field.</summary>
    public sealed record ClientIdField : Fact;

    /// <summary>The label of a field.</summary>
    public sealed record UserTokenField : Fact;

    /// <summary>Where to find a user name.</summary>
    public sealed record UserNameHint(string Site) : Fact;

    /// <summary>Where to get a key of Last.fm.</summary>
    public sealed record LastFmKeyHint : Fact;

    /// <summary>A key is needed by nobody who has none.</summary>
    public sealed record OwnKeyHint : Fact;

    /// <summary>Where to get an app of Spotify.</summary>
    public sealed record SpotifyAppHint : Fact;

    /// <summary>An app is needed by nobody who has none.</summary>
    public sealed record OwnAppHint : Fact;

    /// <summary>What a token of ListenBrainz is for.</summary>
    public sealed record ListenBrainzTokenHint : Fact;

    /// <summary>What Deezer brings.</summary>
    public sealed record DeezerSummary : Fact;

    /// <summary>What Last.fm brings.</summary>
    public sealed record LastFmSummary : Fact;

    /// <summary>What ListenBrainz brings.</summary>
    public sealed record ListenBrainzSummary : Fact;

    /// <summary>What Spotify brings.</summary>
    public sealed record SpotifySummary : Fact;

    /// <summary>What the watched folder brings.</summary>
    public sealed record FolderSummary : Fact;

    /// <summary>What the card of the watched folder is called.</summary>
    public sealed record FolderTitle : Fact;

    /// <summary>What becomes of files in the watched folder, for the user of this name.</summary>
    public sealed record FolderExplained(string User) : Fact;

    /// <summary>A heading over playlists: the user's own.</summary>
    public sealed record GroupOwn : Fact;

    /// <summary>A heading over playlists: what the user has saved.</summary>
    public sealed record GroupLibrary : Fact;

    /// <summary>A heading over playlists: others', which the user follows.</summary>
    public sealed record GroupFollowed : Fact;

    /// <summary>A heading over playlists: made together with others.</summary>
    public sealed record GroupCollaborative : Fact;

    /// <summary>A heading over playlists: made for the user.</summary>
    public sealed record GroupCreatedForUser : Fact;

    /// <summary>A heading over playlists: the newest of each series that is made for the user.</summary>
    public sealed record GroupNewestForUser : Fact;

    /// <summary>A heading over playlists: what the user has loved and played.</summary>
    public sealed record GroupTracks : Fact;

    /// <summary>A heading over playlists: what the user has played most.</summary>
    public sealed record GroupTopTracks : Fact;

    /// <summary>A heading over files: everybody's.</summary>
    public sealed record GroupShared : Fact;

    /// <summary>A heading over files: the user's alone.</summary>
    public sealed record GroupPrivate : Fact;
}
