namespace Spotter.Core.Facts;

// What is said of services, by what went wrong with a call.
public abstract partial record Fact
{
    /// <summary>The service did not answer in time.</summary>
    public sealed record ServiceSlow(ServiceName Service, int Seconds) : Fact;

    /// <summary>No connection came about in time.</summary>
    public sealed record ServiceNotReachedInTime(ServiceName Service) : Fact;

    /// <summary>The network does not know the service's address.</summary>
    public sealed record ServiceNameUnknown(ServiceName Service) : Fact;

    /// <summary>The service's certificate is not trusted.</summary>
    public sealed record ServiceNotTrusted(ServiceName Service) : Fact;

    /// <summary>Nobody answers at the service's address.</summary>
    public sealed record ServiceNotReached(ServiceName Service) : Fact;

    /// <summary>The service's answer is larger than any should be.</summary>
    public sealed record ServiceAnswerTooLarge(ServiceName Service) : Fact;

    /// <summary>The connection to the service broke off.</summary>
    public sealed record ServiceBrokeOff(ServiceName Service) : Fact;

    /// <summary>The service's answer could not be read.</summary>
    public sealed record ServiceUnread(ServiceName Service) : Fact;

    /// <summary>The service's answer could not be read; the part of a sentence says why.</summary>
    public sealed record ServiceUnreadBecause(ServiceName Service, Fact Why) : Fact;

    /// <summary>The service ended a list before its end.</summary>
    public sealed record ServiceListCut(ServiceName Service) : Fact;

    /// <summary>The service does not accept the sign-in.</summary>
    public sealed record ServiceSignInRefused(ServiceName Service) : Fact;

    /// <summary>The service does not let the account see it.</summary>
    public sealed record ServiceForbids(ServiceName Service) : Fact;

    /// <summary>The service does not have it any more.</summary>
    public sealed record ServiceHasNot(ServiceName Service) : Fact;

    /// <summary>The service knows nothing of what was asked.</summary>
    public sealed record ServiceKnowsNothing(ServiceName Service) : Fact;

    /// <summary>The service gets too many questions.</summary>
    public sealed record ServiceAskedTooOften(ServiceName Service) : Fact;

    /// <summary>The service asks for a pause.</summary>
    public sealed record ServiceAsksToWait(ServiceName Service) : Fact;

    /// <summary>The service is out of order; the status is HTTP's.</summary>
    public sealed record ServiceOutOfOrder(ServiceName Service, int Status) : Fact;

    /// <summary>The service refused; the status is HTTP's.</summary>
    public sealed record ServiceRefused(ServiceName Service, int Status) : Fact;

    /// <summary>The service refused, by a code of its own.</summary>
    public sealed record ServiceRefusedByCode(ServiceName Service, int Code) : Fact;

    /// <summary>The service has no such user.</summary>
    public sealed record ServiceUserUnknown(ServiceName Service, string? User) : Fact;

    /// <summary>A list does not end; a part of a sentence.</summary>
    public sealed record AnswerEndless : Fact;

    /// <summary>The list of loved tracks does not end; a part of a sentence.</summary>
    public sealed record AnswerLovedEndless : Fact;

    /// <summary>The list of playlists does not end; a part of a sentence.</summary>
    public sealed record AnswerPlaylistsEndless : Fact;

    /// <summary>The account is not named; a part of a sentence.</summary>
    public sealed record AnswerWithoutOwner : Fact;

    /// <summary>There is no list of tracks; a part of a sentence.</summary>
    public sealed record AnswerWithoutList : Fact;

    /// <summary>The list has no tracks; a part of a sentence.</summary>
    public sealed record AnswerListEmpty : Fact;

    /// <summary>The playlist has no list of tracks; a part of a sentence.</summary>
    public sealed record AnswerPlaylistWithoutTracks : Fact;

    /// <summary>The playlist has no title; a part of a sentence.</summary>
    public sealed record AnswerWithoutTitle : Fact;

    /// <summary>The number of tracks is not told; a part of a sentence.</summary>
    public sealed record AnswerWithoutCount : Fact;

    /// <summary>The next page does not follow this one; a part of a sentence.</summary>
    public sealed record AnswerPageMisplaced : Fact;

    /// <summary>The answer is that of another interface; a part of a sentence.</summary>
    public sealed record AnswerOfAnother : Fact;

    /// <summary>Last.fm wants an API key.</summary>
    public sealed record LastFmWantsKey : Fact;

    /// <summary>Last.fm has nothing of that name.</summary>
    public sealed record LastFmNameUnknown : Fact;

    /// <summary>Last.fm does not accept the sign-in any more.</summary>
    public sealed record LastFmSignInEnded : Fact;

    /// <summary>Last.fm does not accept the API key.</summary>
    public sealed record LastFmKeyRefused : Fact;

    /// <summary>Last.fm has suspended the API key.</summary>
    public sealed record LastFmKeySuspended : Fact;

    /// <summary>Last.fm keeps a list private.</summary>
    public sealed record LastFmPrivate : Fact;

    /// <summary>Last.fm is out of order.</summary>
    public sealed record LastFmOutOfOrder : Fact;

    /// <summary>Spotify gives the tracks of other people's playlists to nobody.</summary>
    public sealed record SpotifyNotYours : Fact;

    /// <summary>Spotify does not let the account use the app.</summary>
    public sealed record SpotifyAccountRefused : Fact;

    /// <summary>The app's quota is used up.</summary>
    public sealed record SpotifyQuotaUsed : Fact;

    /// <summary>The sign-in at Spotify has ended.</summary>
    public sealed record SpotifySignInEnded : Fact;

    /// <summary>Spotify does not know the client id.</summary>
    public sealed record SpotifyAppUnknown : Fact;

    /// <summary>Deezer has no sign-in here.</summary>
    public sealed record DeezerNoSignIn : Fact;

    /// <summary>Deezer is busy.</summary>
    public sealed record DeezerBusy : Fact;

    /// <summary>Deezer keeps a playlist private.</summary>
    public sealed record DeezerPrivate : Fact;

    /// <summary>ListenBrainz keeps a playlist private.</summary>
    public sealed record ListenBrainzPrivate : Fact;

    /// <summary>ListenBrainz does not accept the token.</summary>
    public sealed record ListenBrainzTokenRefused : Fact;

    /// <summary>The token is another user's.</summary>
    public sealed record ListenBrainzTokenOfAnother(string Owner, string User) : Fact;

    /// <summary>MusicBrainz does not serve this installation; the status is HTTP's.</summary>
    public sealed record MusicBrainzTurnsAway(int Status) : Fact;

    /// <summary>The watched folder needs no connecting.</summary>
    public sealed record FolderNotConnectable : Fact;

    /// <summary>Spotter may not read the watched folder.</summary>
    public sealed record FolderForbidden : Fact;

    /// <summary>The watched folder is not there.</summary>
    public sealed record FolderMissing : Fact;

    /// <summary>The watched folder could not be read.</summary>
    public sealed record FolderUnread : Fact;

    /// <summary>Spotter may not read a file.</summary>
    public sealed record FileForbidden(string File) : Fact;

    /// <summary>A file that was read before cannot be read any more.</summary>
    public sealed record FileUnreadNow(string File, Fact Why) : Fact;

    /// <summary>A file could not be read.</summary>
    public sealed record FileUnread(string File, Fact Why) : Fact;

    /// <summary>What earlier versions stored of a file that could not be read, as a sentence. Never made any more.</summary>
    public sealed record FileFault(string Says) : Fact;

    /// <summary>A file is being written.</summary>
    public sealed record FileBusy(string File) : Fact;

    /// <summary>A file was being written at the last look.</summary>
    public sealed record FileBusyAtLook(string File) : Fact;

    /// <summary>Two files hold the same playlist.</summary>
    public sealed record FileRepeats(string File, string Playlist, string Other) : Fact;

    /// <summary>A shared file holds what a file of the user's own holds.</summary>
    public sealed record FileRepeatsOwn(string File, string Playlist, string Other) : Fact;

    /// <summary>A folder holds more files than are read.</summary>
    public sealed record FilesLeftOut(int Files, int Most) : Fact;

    /// <summary>A folder in the watched folder may not be read, or its disk is away.</summary>
    public sealed record SubfolderForbidden(string Folder) : Fact;

    /// <summary>An entry of the watched folder is a link.</summary>
    public sealed record FileIsLink(string File) : Fact;

    /// <summary>A file's name is not UTF-8.</summary>
    public sealed record FileNameUnreadable(string File) : Fact;

    /// <summary>An entry of the watched folder cannot be looked at; the system says why.</summary>
    public sealed record FileUnlookable(string File, string Says) : Fact;

    /// <summary>No file holds the playlist, and one could not be read.</summary>
    public sealed record PlaylistWithoutFile(Fact Why) : Fact;
}
