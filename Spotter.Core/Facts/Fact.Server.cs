namespace Spotter.Core.Facts;

// Facts about the music server, its accounts and libraries.
public abstract partial record Fact
{
    /// <summary>The server refuses the stored password.</summary>
    public sealed record PasswordRefused(ServerName Server) : Fact;

    /// <summary>The server refused the password, but accepted it on a second try.</summary>
    public sealed record RefusedByMistake(ServerName Server) : Fact;

    /// <summary>There is no password to use.</summary>
    public sealed record NoPassword : Fact;

    /// <summary>The account is not connected to a service.</summary>
    public sealed record NotConnected(ServiceName Service) : Fact;

    /// <summary>The server is scanning its library.</summary>
    public sealed record Scanning(ServerName Server) : Fact;

    /// <summary>What to do while the server scans.</summary>
    public sealed record TryAfterScan : Fact;

    /// <summary>The server has given its songs new ids.</summary>
    public sealed record IdsChanged(ServerName Server, int Matches, int Lost) : Fact;

    /// <summary>The server was set up from scratch, for the audit log.</summary>
    public sealed record ServerRenewed(ServerName Server, int Playlists, int Found, int Known) : Fact;

    /// <summary>The server was set up from scratch, for the user.</summary>
    public sealed record AnswerWanted(ServerName Server) : Fact;

    /// <summary>The user's answer: create them again.</summary>
    public sealed record ToCreateAgain(ServerName Server, int Playlists) : Fact;

    /// <summary>The user's answer: pair with certain matches.</summary>
    public sealed record ToPairWhereCertain(ServerName Server, int Playlists) : Fact;

    /// <summary>The user's answer: ask about each playlist.</summary>
    public sealed record ToLookAt(ServerName Server, int Playlists) : Fact;

    /// <summary>The state after a failed read.</summary>
    public sealed record NothingWasChanged : Fact;

    /// <summary>The state after a failed write.</summary>
    public sealed record LooksBeforeTryingAgain : Fact;

    /// <summary>The server did not answer in time.</summary>
    public sealed record ServerSlow(ServerName Server, int Seconds) : Fact;

    /// <summary>No connection was established in time.</summary>
    public sealed record ServerNotReachedInTime(ServerName Server) : Fact;

    /// <summary>The server failed several times in a row and is not called for a while.</summary>
    public sealed record ServerLeftAlone(ServerName Server) : Fact;

    /// <summary>The server's host name cannot be resolved.</summary>
    public sealed record ServerNameUnknown(ServerName Server) : Fact;

    /// <summary>The server's certificate is not trusted.</summary>
    public sealed record ServerNotTrusted(ServerName Server) : Fact;

    /// <summary>Nobody answers at the server's address.</summary>
    public sealed record ServerNotReached(ServerName Server) : Fact;

    /// <summary>The server's answer is too long.</summary>
    public sealed record ServerAnswerTooLong(ServerName Server) : Fact;

    /// <summary>The connection to the server was interrupted.</summary>
    public sealed record ServerBrokeOff(ServerName Server) : Fact;

    /// <summary>The server's answer could not be read.</summary>
    public sealed record ServerUnread(ServerName Server) : Fact;

    /// <summary>The server's answer could not be decompressed.</summary>
    public sealed record ServerAnswerPacked(ServerName Server) : Fact;

    /// <summary>The server's address is invalid.</summary>
    public sealed record ServerAddressInvalid(ServerName Server) : Fact;

    /// <summary>The server does not accept user name or password.</summary>
    public sealed record CredentialsRefused(ServerName Server) : Fact;

    /// <summary>The server does not allow the user to do that.</summary>
    public sealed record ServerForbids(ServerName Server) : Fact;

    /// <summary>The server does not have what was asked for.</summary>
    public sealed record ServerKnowsNot(ServerName Server) : Fact;

    /// <summary>A song is not in the user's library.</summary>
    public sealed record SongNotInLibrary : Fact;

    /// <summary>The server sent something else than audio.</summary>
    public sealed record SongNotAudio(ServerName Server) : Fact;

    /// <summary>The server does not convert a song into another format.</summary>
    public sealed record SongNotConverted(ServerName Server) : Fact;

    /// <summary>The user has started to hear something else meanwhile.</summary>
    public sealed record HeardElsewhere : Fact;

    /// <summary>The server refuses calls with any number of songs.</summary>
    public sealed record TooManySongs(ServerName Server) : Fact;

    /// <summary>The server's database is busy.</summary>
    public sealed record ServerBusy(ServerName Server) : Fact;

    /// <summary>The server reports an internal error, in its words.</summary>
    public sealed record ServerFailed(ServerName Server, string Says) : Fact;

    /// <summary>The server refused a call, in its words.</summary>
    public sealed record ServerRefused(ServerName Server, string Says) : Fact;

    /// <summary>A proxy answers with a web page.</summary>
    public sealed record ProxyInFront(ServerName Server) : Fact;

    /// <summary>The server refuses calls of any length.</summary>
    public sealed record CallTooLong(ServerName Server) : Fact;

    /// <summary>The server or its proxy asks for a pause.</summary>
    public sealed record TooManyCalls(ServerName Server) : Fact;

    /// <summary>The server or its proxy fails with this HTTP status.</summary>
    public sealed record ServerOutOfOrder(ServerName Server, int Status) : Fact;

    /// <summary>Nothing at the address speaks the protocol.</summary>
    public sealed record NoMusicServer(ServerName Server) : Fact;

    /// <summary>Something that is not a music server answers with this HTTP status.</summary>
    public sealed record AnotherServer(ServerName Server, int Status) : Fact;

    /// <summary>A target is gone.</summary>
    public sealed record PlaylistNotThere(ServerName Server) : Fact;

    /// <summary>The server's pages of songs repeat without end.</summary>
    public sealed record SongsRepeat(ServerName Server) : Fact;

    /// <summary>The server counts songs but returns none.</summary>
    public sealed record NoSongShown(ServerName Server, int Counted) : Fact;

    /// <summary>The server returns fewer songs than it counts.</summary>
    public sealed record FewSongsShown(ServerName Server, int Counted, int Shown) : Fact;

    /// <summary>gonic aborted a long call.</summary>
    public sealed record WriteCutShort(ServerName Server, int Songs, int AtOnce) : Fact;

    /// <summary>gonic aborted a long answer.</summary>
    public sealed record ReadCutShort(ServerName Server, long Songs) : Fact;

    /// <summary>Navidrome's native API is not called for a while.</summary>
    public sealed record OwnInterfaceRests : Fact;

    /// <summary>Navidrome's native API did not answer.</summary>
    public sealed record OwnInterfaceSilent : Fact;

    /// <summary>Something else answers instead of Navidrome's native API.</summary>
    public sealed record OwnInterfaceReplaced : Fact;

    /// <summary>Navidrome's native API refused with this HTTP status.</summary>
    public sealed record OwnInterfaceRefused(int Status) : Fact;
}
