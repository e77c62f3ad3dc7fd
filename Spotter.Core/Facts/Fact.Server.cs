namespace Spotter.Core.Facts;

// What is said of the music server, its accounts and libraries.
public abstract partial record Fact
{
    /// <summary>The server refuses the password that Spotter keeps.</summary>
    public sealed record PasswordRefused(ServerName Server) : Fact;

    /// <summary>The server refused the password once, and not a second time.</summary>
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

    /// <summary>The server was set up from scratch, as the audit log has it.</summary>
    public sealed record ServerRenewed(ServerName Server, int Playlists, int Found, int Known) : Fact;

    /// <summary>The server was set up from scratch, as its user is told.</summary>
    public sealed record AnswerWanted(ServerName Server) : Fact;

    /// <summary>The user's answer: create them again.</summary>
    public sealed record ToCreateAgain(ServerName Server, int Playlists) : Fact;

    /// <summary>The user's answer: pair where that is certain.</summary>
    public sealed record ToPairWhereCertain(ServerName Server, int Playlists) : Fact;

    /// <summary>The user's answer: ask about each.</summary>
    public sealed record ToLookAt(ServerName Server, int Playlists) : Fact;

    /// <summary>What a failed read leaves behind.</summary>
    public sealed record NothingWasChanged : Fact;

    /// <summary>What a failed write leaves behind.</summary>
    public sealed record LooksBeforeTryingAgain : Fact;

    /// <summary>The server did not answer in time.</summary>
    public sealed record ServerSlow(ServerName Server, int Seconds) : Fact;

    /// <summary>No connection came about in time.</summary>
    public sealed record ServerNotReachedInTime(ServerName Server) : Fact;

    /// <summary>The server failed several times in a row.</summary>
    public sealed record ServerLeftAlone(ServerName Server) : Fact;

    /// <summary>The network does not know the server's address.</summary>
    public sealed record ServerNameUnknown(ServerName Server) : Fact;

    /// <summary>The server's certificate is not trusted.</summary>
    public sealed record ServerNotTrusted(ServerName Server) : Fact;

    /// <summary>Nobody answers at the server's address.</summary>
    public sealed record ServerNotReached(ServerName Server) : Fact;

    /// <summary>The server's answer has no end.</summary>
    public sealed record ServerAnswerTooLong(ServerName Server) : Fact;

    /// <summary>The connection to the server broke off.</summary>
    public sealed record ServerBrokeOff(ServerName Server) : Fact;

    /// <summary>The server's answer could not be read.</summary>
    public sealed record ServerUnread(ServerName Server) : Fact;

    /// <summary>The server's answer could not be unpacked.</summary>
    public sealed record ServerAnswerPacked(ServerName Server) : Fact;

    /// <summary>The server's address is none.</summary>
    public sealed record ServerAddressInvalid(ServerName Server) : Fact;

    /// <summary>The server does not accept user name or password.</summary>
    public sealed record CredentialsRefused(ServerName Server) : Fact;

    /// <summary>The server does not let the user do that.</summary>
    public sealed record ServerForbids(ServerName Server) : Fact;

    /// <summary>The server does not have what was asked for.</summary>
    public sealed record ServerKnowsNot(ServerName Server) : Fact;

    /// <summary>No number of songs in a call was taken.</summary>
    public sealed record TooManySongs(ServerName Server) : Fact;

    /// <summary>The server's database is busy.</summary>
    public sealed record ServerBusy(ServerName Server) : Fact;

    /// <summary>The server reports an error of its own, in its words.</summary>
    public sealed record ServerFailed(ServerName Server, string Says) : Fact;

    /// <summary>The server refused a call, in its words.</summary>
    public sealed record ServerRefused(ServerName Server, string Says) : Fact;

    /// <summary>A proxy answers with a page for people.</summary>
    public sealed record ProxyInFront(ServerName Server) : Fact;

    /// <summary>No length of a call was taken.</summary>
    public sealed record CallTooLong(ServerName Server) : Fact;

    /// <summary>The server or its proxy asks for a pause.</summary>
    public sealed record TooManyCalls(ServerName Server) : Fact;

    /// <summary>The server or its proxy is out of order; the status is HTTP's.</summary>
    public sealed record ServerOutOfOrder(ServerName Server, int Status) : Fact;

    /// <summary>Nothing at the address speaks the protocol.</summary>
    public sealed record NoMusicServer(ServerName Server) : Fact;

    /// <summary>What answers speaks another protocol; the status is HTTP's.</summary>
    public sealed record AnotherServer(ServerName Server, int Status) : Fact;

    /// <summary>A target is gone.</summary>
    public sealed record PlaylistNotThere(ServerName Server) : Fact;

    /// <summary>The server's pages of songs do not end.</summary>
    public sealed record SongsRepeat(ServerName Server) : Fact;

    /// <summary>The server counts songs and shows none.</summary>
    public sealed record NoSongShown(ServerName Server, int Counted) : Fact;

    /// <summary>The server shows fewer songs than it counts.</summary>
    public sealed record FewSongsShown(ServerName Server, int Counted, int Shown) : Fact;

    /// <summary>gonic broke off a long call.</summary>
    public sealed record WriteCutShort(ServerName Server, int Songs, int AtOnce) : Fact;

    /// <summary>gonic broke off a long answer.</summary>
    public sealed record ReadCutShort(ServerName Server, long Songs) : Fact;

    /// <summary>Navidrome's own interface is left alone.</summary>
    public sealed record OwnInterfaceRests : Fact;

    /// <summary>Navidrome's own interface did not answer.</summary>
    public sealed record OwnInterfaceSilent : Fact;

    /// <summary>Something else answers in place of Navidrome's own interface.</summary>
    public sealed record OwnInterfaceReplaced : Fact;

    /// <summary>Navidrome's own interface refused; the status is HTTP's.</summary>
    public sealed record OwnInterfaceRefused(int Status) : Fact;
}
