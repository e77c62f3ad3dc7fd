namespace Spotter.Core.Facts;

// Facts about services, for the pages where users choose and connect them.
public abstract partial record Fact
{
    /// <summary>A field of a form is empty.</summary>
    public sealed record FieldEmpty(Fact Field) : Fact;

    /// <summary>The label of the field for the user name.</summary>
    public sealed record UserNameField : Fact;

    /// <summary>The label of the field for the API key.</summary>
    public sealed record ApiKeyField : Fact;

    /// <summary>The label of the field for the client id.</summary>
    public sealed record ClientIdField : Fact;

    /// <summary>The label of the field for the user token.</summary>
    public sealed record UserTokenField : Fact;

    /// <summary>The user name is part of the user's profile address at this site.</summary>
    public sealed record UserNameHint(string Site) : Fact;

    /// <summary>How to get a Last.fm API key.</summary>
    public sealed record LastFmKeyHint : Fact;

    /// <summary>The key is optional, since this installation has one.</summary>
    public sealed record OwnKeyHint : Fact;

    /// <summary>How to get a Spotify app.</summary>
    public sealed record SpotifyAppHint : Fact;

    /// <summary>The app is optional, since this installation has one.</summary>
    public sealed record OwnAppHint : Fact;

    /// <summary>What a ListenBrainz token is for.</summary>
    public sealed record ListenBrainzTokenHint : Fact;

    /// <summary>What Deezer offers.</summary>
    public sealed record DeezerSummary : Fact;

    /// <summary>What Last.fm offers.</summary>
    public sealed record LastFmSummary : Fact;

    /// <summary>What ListenBrainz offers.</summary>
    public sealed record ListenBrainzSummary : Fact;

    /// <summary>What Spotify offers.</summary>
    public sealed record SpotifySummary : Fact;

    /// <summary>What the watched folder offers.</summary>
    public sealed record FolderSummary : Fact;

    /// <summary>The title of the watched folder's card.</summary>
    public sealed record FolderTitle : Fact;

    /// <summary>How files in the watched folder become playlists. The user's own files are in a subfolder with this name.</summary>
    public sealed record FolderExplained(string User) : Fact;

    /// <summary>A heading over playlists: the user's own.</summary>
    public sealed record GroupOwn : Fact;

    /// <summary>A heading over playlists: the user's library.</summary>
    public sealed record GroupLibrary : Fact;

    /// <summary>A heading over playlists: those of other people that the user follows.</summary>
    public sealed record GroupFollowed : Fact;

    /// <summary>A heading over playlists: those that the user edits together with others.</summary>
    public sealed record GroupCollaborative : Fact;

    /// <summary>A heading over playlists: those that the service makes for the user.</summary>
    public sealed record GroupCreatedForUser : Fact;

    /// <summary>A heading over playlists: the newest of each series that the service makes for the user.</summary>
    public sealed record GroupNewestForUser : Fact;

    /// <summary>A heading over playlists: the user's loved and played tracks.</summary>
    public sealed record GroupTracks : Fact;

    /// <summary>A heading over playlists: the user's most played tracks.</summary>
    public sealed record GroupTopTracks : Fact;

    /// <summary>A heading over files: those of all users.</summary>
    public sealed record GroupShared : Fact;

    /// <summary>A heading over files: those of this user alone.</summary>
    public sealed record GroupPrivate : Fact;
}
