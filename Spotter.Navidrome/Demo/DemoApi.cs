using System.Text.Json.Nodes;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server: authentication, dispatch, and the envelope of the answer.</summary>
internal sealed class DemoApi(DemoWorld world)
{
    /// <summary>Methods of the protocol that Navidrome recognises but does not implement.</summary>
    private static readonly HashSet<string> Unimplemented =
        ["createUser", "updateUser", "deleteUser", "changePassword", "jukeboxControl", "getPodcasts", "createPodcastChannel", "getVideoInfo"];

    private static readonly HashSet<string> Retired = ["search", "getChatMessages", "addChatMessage", "getVideos", "hls"];

    private readonly DemoLibraryMethods _library = new(world);
    private readonly DemoPlaylistMethods _playlists = new(world);
    private readonly DemoCoverMethods _covers = new(world);
    private readonly DemoStreamMethods _streams = new(world);

    private DemoProfile Profile => world.Profile;

    /// <summary>Carries out a call and answers in the envelope.</summary>
    /// <param name="request">The call.</param>
    /// <param name="swallowsSongs">Whether a search returns no songs.</param>
    public DemoReply Answer(DemoRequest request, bool swallowsSongs)
    {
        if (request.Damage is { } damage && !Profile.KeepsGoingWithoutBody)
        {
            return Profile.Family == DemoFamily.Supysonic
                ? new DemoReply(400, Text: "<!doctype html><title>400 Bad Request</title>", ContentType: "text/html")
                : Failed(0, damage);
        }

        var reply = Done(request, swallowsSongs);
        return request.Damage is { } said && Profile.AnswersUnreadableTwice ? Failed(0, said) with { Then = reply } : reply;
    }

    private DemoReply Done(DemoRequest request, bool swallowsSongs)
    {
        try
        {
            if (request.Method == "stream")
            {
                return new DemoReply(200) { Sound = _streams.Open(request, DemoLogin.Check(request, world)) };
            }

            var (key, content) = Dispatch(request, swallowsSongs);
            var envelope = Envelope("ok");
            if (key is not null)
            {
                envelope["subsonic-response"]![key] = content;
            }

            return new DemoReply(200, envelope);
        }
        catch (DemoException refusal) when (refusal.IsCut)
        {
            return DemoReply.Cut();
        }
        catch (DemoException refusal) when (refusal.StatusCode is { } status)
        {
            // supysonic keeps the envelope with HTTP 404.
            return Profile.Family == DemoFamily.Supysonic ? Failed((int)refusal.Code, refusal.Message, status) : new DemoReply(status, Text: refusal.Message);
        }
        catch (DemoException refusal)
        {
            return Failed((int)refusal.Code, refusal.Message);
        }
    }

    /// <summary>A "failed" envelope.</summary>
    public DemoReply Failed(int code, string message, int statusCode = 200)
    {
        var envelope = Envelope("failed");
        envelope["subsonic-response"]!["error"] = new JsonObject { ["code"] = code, ["message"] = message };
        return new DemoReply(statusCode, envelope);
    }

    /// <summary>The requested cover, or null if the call must be answered in the envelope.</summary>
    public (string ContentType, byte[] Bytes)? FindCover(DemoRequest request)
    {
        try
        {
            DemoLogin.Check(request, world);
            return _covers.Find(request.Find("id") ?? "", request.Number("size", 300));
        }
        catch (DemoException)
        {
            return null;
        }
    }

    private (string? Key, JsonNode? Content) Dispatch(DemoRequest request, bool swallowsSongs)
    {
        if (request.Method == "getOpenSubsonicExtensions" && Profile.Extensions == DemoExtensions.Public)
        {
            return Extensions();
        }

        var user = DemoLogin.Check(request, world);
        return request.Method switch
        {
            "ping" => (null, null),
            "getUser" => ("user", UserNode(request, user)),
            "getOpenSubsonicExtensions" when Profile.Extensions == DemoExtensions.BehindLogin => Extensions(),
            "getScanStatus" => ("scanStatus", _library.ScanStatus(user)),
            "startScan" => ("scanStatus", _library.StartScan(user)),
            "getMusicFolders" => ("musicFolders", _library.MusicFolders(user)),
            "getGenres" => ("genres", _library.Genres(user)),
            "getIndexes" => ("indexes", _library.Indexes(request)),
            "search3" => ("searchResult3", _library.Search(request, user, swallowsSongs)),
            "getSong" => ("song", _library.Song(request, user)),
            "getAlbumList2" => ("albumList2", _library.Albums(request, user)),
            "getAlbum" => ("album", _library.Album(request, user)),
            "getPlaylists" => ("playlists", _playlists.List(request, user)),
            "getPlaylist" => ("playlist", _playlists.Get(request, user)),
            "createPlaylist" => _playlists.Create(request, user) is { } playlist ? ("playlist", playlist) : (null, null),
            "updatePlaylist" => _playlists.Update(request, user),
            "deletePlaylist" => _playlists.Delete(request, user),
            "getCoverArt" => throw _covers.Refusal(request.Find("id") ?? ""),
            var method => throw Unknown(method),
        };
    }

    private DemoException Unknown(string method) => Profile.Family switch
    {
        DemoFamily.Gonic => new DemoException(SubsonicErrorCode.NotFound, "view not found"),
        DemoFamily.Supysonic => DemoException.Plain(404, "Unknown method"),
        _ when Unimplemented.Contains(method) => DemoException.Plain(501, "This endpoint is not implemented, but may be in future releases"),
        _ when Retired.Contains(method) => DemoException.Plain(410, "This endpoint will not be implemented"),
        _ => DemoException.Plain(404, "404 page not found"),
    };

    /// <summary>The second version of the lyrics extension came with 0.63.</summary>
    private (string Key, JsonNode Content) Extensions()
        => ("openSubsonicExtensions", new JsonArray([.. Profile.ExtensionNames.Select(name => new JsonObject
        {
            ["name"] = name,
            ["versions"] = name == "songLyrics" && Profile.HasWorks && Profile.Family == DemoFamily.Navidrome ? new JsonArray(1, 2) : new JsonArray(1),
        })]));

    private JsonObject UserNode(DemoRequest request, DemoUser user)
    {
        var asked = Asked(request, user);
        return new JsonObject
        {
            ["username"] = asked.Name,
            ["adminRole"] = asked.IsAdmin,
            ["commentRole"] = false,
            ["coverArtRole"] = Profile.UploadsCovers,
            ["downloadRole"] = true,
            ["jukeboxRole"] = false,
            // False on Navidrome and gonic, although playlists work there.
            ["playlistRole"] = Profile.Family == DemoFamily.Supysonic,
            ["podcastRole"] = Profile.Family == DemoFamily.Gonic && asked.IsAdmin,
            ["scrobblingEnabled"] = true,
            ["settingsRole"] = Profile.Family == DemoFamily.Supysonic,
            ["shareRole"] = Profile.HasShares,
            ["streamRole"] = Profile.Family != DemoFamily.Gonic,
            ["uploadRole"] = false,
            ["videoConversionRole"] = false,
            ["folder"] = new JsonArray(1),
        };
    }

    /// <summary>gonic returns the calling user, whichever user is asked about.</summary>
    private DemoUser Asked(DemoRequest request, DemoUser user)
    {
        if (Profile.Family == DemoFamily.Gonic)
        {
            return user;
        }

        var name = request.Get("username");
        return user.Is(name) ? user
            : Profile.Family == DemoFamily.Supysonic && user.IsAdmin ? world.FindUser(name) ?? throw DemoException.NotFound("User")
            : throw DemoException.NotAuthorized();
    }

    private JsonObject Envelope(string status)
    {
        var head = new JsonObject { ["status"] = status, ["version"] = Profile.ApiVersion };
        if (Profile.Type is not null)
        {
            head["type"] = Profile.Type;
            head["serverVersion"] = Profile.ServerVersion;
        }

        if (Profile.IsOpenSubsonic)
        {
            head["openSubsonic"] = true;
        }

        return new JsonObject { ["subsonic-response"] = head };
    }
}
