namespace Spotter.Core.Facts;

// Facts about services, by what went wrong with a call.
public abstract partial record Fact
{
    /// <summary>The service did not answer in time.</summary>
    public sealed record ServiceSlow(ServiceName Service, int Seconds) : Fact;

    /// <summary>No connection was established in time.</summary>
    public sealed record ServiceNotReachedInTime(ServiceName Service) : Fact;

    /// <summary>The service's host name cannot be resolved.</summary>
    public sealed record ServiceNameUnknown(ServiceName Service) : Fact;

    /// <summary>The service's certificate is not trusted.</summary>
    public sealed record ServiceNotTrusted(ServiceName Service) : Fact;

    /// <summary>Nobody answers at the service's address.</summary>
    public sealed record ServiceNotReached(ServiceName Service) : Fact;

    /// <summary>The service's answer is too large.</summary>
    public sealed record ServiceAnswerTooLarge(ServiceName Service) : Fact;

    /// <summary>The connection to the service was interrupted.</summary>
    public sealed record ServiceBrokeOff(ServiceName Service) : Fact;

    /// <summary>The service's answer could not be read.</summary>
    public sealed record ServiceUnread(ServiceName Service) : Fact;

    /// <summary>The service's answer could not be read, with the reason as part of the sentence.</summary>
    public sealed record ServiceUnreadBecause(ServiceName Service, Fact Why) : Fact;

    /// <summary>The service returned an incomplete list.</summary>
    public sealed record ServiceListCut(ServiceName Service) : Fact;

    /// <summary>The service does not accept the sign-in.</summary>
    public sealed record ServiceSignInRefused(ServiceName Service) : Fact;

    /// <summary>The service does not allow the account to see it.</summary>
    public sealed record ServiceForbids(ServiceName Service) : Fact;

    /// <summary>The service no longer has it.</summary>
    public sealed record ServiceHasNot(ServiceName Service) : Fact;

    /// <summary>The service knows nothing about what was asked.</summary>
    public sealed record ServiceKnowsNothing(ServiceName Service) : Fact;

    /// <summary>The service received too many requests.</summary>
    public sealed record ServiceAskedTooOften(ServiceName Service) : Fact;

    /// <summary>The service asks for a pause.</summary>
    public sealed record ServiceAsksToWait(ServiceName Service) : Fact;

    /// <summary>The service fails with this HTTP status.</summary>
    public sealed record ServiceOutOfOrder(ServiceName Service, int Status) : Fact;

    /// <summary>The service refused with this HTTP status.</summary>
    public sealed record ServiceRefused(ServiceName Service, int Status) : Fact;

    /// <summary>The service refused with a code of its own.</summary>
    public sealed record ServiceRefusedByCode(ServiceName Service, int Code) : Fact;

    /// <summary>The service has no such user.</summary>
    public sealed record ServiceUserUnknown(ServiceName Service, string? User) : Fact;

    /// <summary>A list does not end. Part of a sentence.</summary>
    public sealed record AnswerEndless : Fact;

    /// <summary>The list of loved tracks does not end. Part of a sentence.</summary>
    public sealed record AnswerLovedEndless : Fact;

    /// <summary>The list of playlists does not end. Part of a sentence.</summary>
    public sealed record AnswerPlaylistsEndless : Fact;

    /// <summary>The account has no name. Part of a sentence.</summary>
    public sealed record AnswerWithoutOwner : Fact;

    /// <summary>There is no list of tracks. Part of a sentence.</summary>
    public sealed record AnswerWithoutList : Fact;

    /// <summary>The list has no tracks. Part of a sentence.</summary>
    public sealed record AnswerListEmpty : Fact;

    /// <summary>The playlist has no list of tracks. Part of a sentence.</summary>
    public sealed record AnswerPlaylistWithoutTracks : Fact;

    /// <summary>The playlist has no title. Part of a sentence.</summary>
    public sealed record AnswerWithoutTitle : Fact;

    /// <summary>The number of tracks is missing. Part of a sentence.</summary>
    public sealed record AnswerWithoutCount : Fact;

    /// <summary>The next page does not follow this one. Part of a sentence.</summary>
    public sealed record AnswerPageMisplaced : Fact;

    /// <summary>The answer is that of a different API. Part of a sentence.</summary>
    public sealed record AnswerOfAnother : Fact;

    /// <summary>Last.fm requires an API key.</summary>
    public sealed record LastFmWantsKey : Fact;

    /// <summary>Last.fm has nothing with that name.</summary>
    public sealed record LastFmNameUnknown : Fact;

    /// <summary>Last.fm no longer accepts the sign-in.</summary>
    public sealed record LastFmSignInEnded : Fact;

    /// <summary>Last.fm does not accept the API key.</summary>
    public sealed record LastFmKeyRefused : Fact;

    /// <summary>Last.fm has suspended the API key.</summary>
    public sealed record LastFmKeySuspended : Fact;

    /// <summary>Last.fm keeps a list private.</summary>
    public sealed record LastFmPrivate : Fact;

    /// <summary>Last.fm is not working.</summary>
    public sealed record LastFmOutOfOrder : Fact;

    /// <summary>Spotify does not give out the tracks of other people's playlists.</summary>
    public sealed record SpotifyNotYours : Fact;

    /// <summary>Spotify does not allow the account to use the app.</summary>
    public sealed record SpotifyAccountRefused : Fact;

    /// <summary>The app's quota is used up.</summary>
    public sealed record SpotifyQuotaUsed : Fact;

    /// <summary>The sign-in at Spotify has ended.</summary>
    public sealed record SpotifySignInEnded : Fact;

    /// <summary>Spotify does not know the client id.</summary>
    public sealed record SpotifyAppUnknown : Fact;

    /// <summary>Deezer cannot be signed in to.</summary>
    public sealed record DeezerNoSignIn : Fact;

    /// <summary>Deezer is busy.</summary>
    public sealed record DeezerBusy : Fact;

    /// <summary>Deezer keeps a playlist private.</summary>
    public sealed record DeezerPrivate : Fact;

    /// <summary>ListenBrainz keeps a playlist private.</summary>
    public sealed record ListenBrainzPrivate : Fact;

    /// <summary>ListenBrainz does not accept the token.</summary>
    public sealed record ListenBrainzTokenRefused : Fact;

    /// <summary>The token belongs to another user.</summary>
    public sealed record ListenBrainzTokenOfAnother(string Owner, string User) : Fact;

    /// <summary>MusicBrainz blocks this installation with this HTTP status.</summary>
    public sealed record MusicBrainzTurnsAway(int Status) : Fact;

    /// <summary>The watched folder needs no connection.</summary>
    public sealed record FolderNotConnectable : Fact;

    /// <summary>Spotter may not read the watched folder.</summary>
    public sealed record FolderForbidden : Fact;

    /// <summary>The watched folder does not exist.</summary>
    public sealed record FolderMissing : Fact;

    /// <summary>The watched folder could not be read.</summary>
    public sealed record FolderUnread : Fact;

    /// <summary>Spotter may not read a file.</summary>
    public sealed record FileForbidden(string File) : Fact;

    /// <summary>A file that was read before can no longer be read.</summary>
    public sealed record FileUnreadNow(string File, Fact Why) : Fact;

    /// <summary>A file could not be read.</summary>
    public sealed record FileUnread(string File, Fact Why) : Fact;

    /// <summary>A sentence about an unreadable file, stored by an earlier version. No longer created.</summary>
    public sealed record FileFault(string Says) : Fact;

    /// <summary>A file is being written.</summary>
    public sealed record FileBusy(string File) : Fact;

    /// <summary>A file was being written when it was last read.</summary>
    public sealed record FileBusyAtLook(string File) : Fact;

    /// <summary>Two files contain the same playlist.</summary>
    public sealed record FileRepeats(string File, string Playlist, string Other) : Fact;

    /// <summary>A shared file contains the same playlist as one of the user's own files.</summary>
    public sealed record FileRepeatsOwn(string File, string Playlist, string Other) : Fact;

    /// <summary>A folder contains more files than the limit.</summary>
    public sealed record FilesLeftOut(int Files, int Most) : Fact;

    /// <summary>A folder in the watched folder cannot be read, or its disk is missing.</summary>
    public sealed record SubfolderForbidden(string Folder) : Fact;

    /// <summary>An entry of the watched folder is a link.</summary>
    public sealed record FileIsLink(string File) : Fact;

    /// <summary>A file's name is not UTF-8.</summary>
    public sealed record FileNameUnreadable(string File) : Fact;

    /// <summary>An entry of the watched folder cannot be read, with the system's reason.</summary>
    public sealed record FileUnlookable(string File, string Says) : Fact;

    /// <summary>No file contains the playlist, and one file could not be read.</summary>
    public sealed record PlaylistWithoutFile(Fact Why) : Fact;
}
