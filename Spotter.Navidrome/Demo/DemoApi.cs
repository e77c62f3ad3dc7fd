using System.Text.Json.Nodes;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server: who calls, which method, and the envelope around its answer.</summary>
internal sealed class DemoApi(DemoLibrary library, DemoPlaylists playlists, DemoProfile profile)
{
    private readonly DemoLibraryMethods _library = new(library, profile);
    private readonly DemoPlaylistMethods _playlists = new(library, playlists, profile);

    /// <summary>Does what is asked and answers, in the envelope.</summary>
    /// <param name="request">The call.</param>
    /// <param name="swallowsSongs">Whether a search answers without any song.</param>
    public JsonObject Answer(DemoRequest request, bool swallowsSongs)
    {
        try
        {
            var (key, content) = Dispatch(request, swallowsSongs);
            var envelope = Envelope("ok");
            if (key is not null)
            {
                envelope["subsonic-response"]![key] = content;
            }

            return envelope;
        }
        catch (DemoException refusal)
        {
            return Failed((int)refusal.Code, refusal.Message);
        }
    }

    /// <summary>A "failed" envelope.</summary>
    public JsonObject Failed(int code, string message)
    {
        var envelope = Envelope("failed");
        envelope["subsonic-response"]!["error"] = new JsonObject { ["code"] = code, ["message"] = message };
        return envelope;
    }

    /// <summary>The cover that is asked for, or null where the call must be answered in the envelope.</summary>
    public string? FindCover(DemoRequest request)
    {
        try
        {
            LogIn(request);
            return request.Find("id") is { Length: > 0 } id ? DemoCovers.Draw(id, request.Number("size", 300)) : null;
        }
        catch (DemoException)
        {
            return null;
        }
    }

    private (string? Key, JsonNode? Content) Dispatch(DemoRequest request, bool swallowsSongs)
    {
        if (request.Method == "getOpenSubsonicExtensions" && profile.IsOpenSubsonic)
        {
            return ("openSubsonicExtensions", new JsonArray(new JsonObject { ["name"] = "formPost", ["versions"] = new JsonArray(1) }));
        }

        var user = LogIn(request);
        return request.Method switch
        {
            "ping" => (null, null),
            "getUser" => ("user", UserNode(request, user)),
            "getScanStatus" => ("scanStatus", _library.ScanStatus(user)),
            "startScan" => ("scanStatus", _library.StartScan(user)),
            "getMusicFolders" => ("musicFolders", DemoLibraryMethods.MusicFolders()),
            "getIndexes" => ("indexes", _library.Indexes(request)),
            "search3" => ("searchResult3", _library.Search(request, swallowsSongs)),
            "getSong" => ("song", _library.Song(request)),
            "getAlbumList2" => ("albumList2", _library.Albums(request)),
            "getAlbum" => ("album", _library.Album(request)),
            "getPlaylists" => ("playlists", _playlists.List(user)),
            "getPlaylist" => ("playlist", _playlists.Get(request, user)),
            "createPlaylist" => _playlists.Create(request, user) is { } playlist ? ("playlist", playlist) : (null, null),
            "updatePlaylist" => _playlists.Update(request, user),
            "deletePlaylist" => _playlists.Delete(request, user),
            "getCoverArt" => throw DemoException.Missing("id"),
            _ => throw new DemoException(SubsonicErrorCode.Generic, "Unknown method"),
        };
    }

    private DemoUser LogIn(DemoRequest request) => DemoLogin.Check(request, profile);

    private static JsonObject UserNode(DemoRequest request, DemoUser user)
    {
        if (!string.Equals(request.Get("username"), user.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw DemoException.NotAuthorized();
        }

        // playlistRole is false although playlists work: Navidrome does the same.
        return new JsonObject
        {
            ["username"] = user.Name,
            ["adminRole"] = user.IsAdmin,
            ["settingsRole"] = true,
            ["playlistRole"] = false,
            ["streamRole"] = true,
            ["folder"] = new JsonArray(1),
        };
    }

    private JsonObject Envelope(string status)
    {
        var head = new JsonObject { ["status"] = status, ["version"] = "1.16.1" };
        if (profile.Type is not null)
        {
            head["type"] = profile.Type;
            head["serverVersion"] = profile.ServerVersion;
        }

        if (profile.IsOpenSubsonic)
        {
            head["openSubsonic"] = true;
        }

        return new JsonObject { ["subsonic-response"] = head };
    }
}
