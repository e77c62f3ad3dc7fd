using System.Text.Json.Nodes;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server that read and write playlists.</summary>
internal sealed class DemoPlaylistMethods(DemoLibrary library, DemoPlaylists playlists, DemoProfile profile)
{
    public JsonObject List(DemoUser user)
    {
        var nodes = playlists.All.Where(playlist => IsVisible(playlist, user)).Select(playlist => DemoNodes.Playlist(playlist, Visible(playlist), user));
        var array = new JsonArray([.. nodes]);
        return array.Count == 0 ? [] : new JsonObject { ["playlist"] = array };
    }

    public JsonObject Get(DemoRequest request, DemoUser user) => Node(Find(request.Get("id"), user), user);

    /// <summary>Creates, or with a playlistId replaces the content.</summary>
    public JsonObject? Create(DemoRequest request, DemoUser user)
    {
        var songIds = request.All("songId");
        RefuseUnknown(songIds);
        var playlist = request.Find("playlistId") is { Length: > 0 } id && !(profile.ReplaceCreatesUnknown && playlists.Find(id) is null)
            ? Replace(FindForTracks(id, user), request, songIds)
            : request.Find("name") is { Length: > 0 } name
                ? playlists.Create(user.Name, name, songIds)
                : throw new DemoException(SubsonicErrorCode.Generic, "Internal Server Error: playlistId or name required");
        return profile.ReturnsPlaylistOnCreate ? Node(playlist, user) : null;
    }

    /// <summary>Removes by index, appends, and sets name, comment and visibility.</summary>
    public (string? Key, JsonNode? Content) Update(DemoRequest request, DemoUser user)
    {
        var added = request.All("songIdToAdd");
        var removed = request.All("songIndexToRemove").Select(index => int.TryParse(index, out var number) ? number : -1).ToHashSet();
        RefuseUnknown(added);
        var id = request.Get("playlistId");
        var playlist = added.Count > 0 || removed.Count > 0 ? FindForTracks(id, user) : FindOwn(id, user);
        playlists.Change(playlist.Id, current => current with
        {
            // The index counts stored rows, seen or not.
            SongIds = [.. current.SongIds.Where((_, index) => !removed.Contains(index)), .. added],
            Name = request.Find("name") is { Length: > 0 } name ? name : current.Name,
            Comment = request.Has("comment") ? request.Find("comment") ?? "" : current.Comment,
            IsPublic = request.Find("public") is { } text ? text is "true" or "on" or "1" : current.IsPublic,
        });
        return (null, null);
    }

    public (string? Key, JsonNode? Content) Delete(DemoRequest request, DemoUser user)
    {
        playlists.Delete(FindOwn(request.Get("id"), user).Id);
        return (null, null);
    }

    private DemoPlaylist Replace(DemoPlaylist playlist, DemoRequest request, IReadOnlyList<string> songIds)
        => playlists.Change(playlist.Id, current => profile.EmptyReplaceEmpties
            ? current with { SongIds = songIds, Name = request.Find("name") is { Length: > 0 } name ? name : current.Name }
            // Navidrome ignores the name here, and takes "no songs" for "leave the songs alone".
            : current with { SongIds = songIds.Count > 0 ? songIds : current.SongIds });

    private void RefuseUnknown(IReadOnlyList<string> songIds)
    {
        if (profile.RefusesUnknownSongs && songIds.Any(id => library.Find(id) is null))
        {
            throw DemoException.NotFound("Track");
        }
    }

    private DemoPlaylist Find(string id, DemoUser user)
        => playlists.Find(id) is { } playlist && IsVisible(playlist, user) ? playlist : throw DemoException.NotFound("Playlist");

    /// <summary>A list that the caller sees but does not own is refused; one that he does not see is not there.</summary>
    private DemoPlaylist FindOwn(string id, DemoUser user)
    {
        var playlist = Find(id, user);
        return user.IsAdmin || IsOwner(playlist, user) ? playlist : throw DemoException.NotAuthorized();
    }

    private DemoPlaylist FindForTracks(string id, DemoUser user)
    {
        var playlist = FindOwn(id, user);
        return playlist.IsReadOnly ? throw DemoException.NotAuthorized() : playlist;
    }

    private JsonObject Node(DemoPlaylist playlist, DemoUser user)
    {
        var visible = Visible(playlist);
        var node = DemoNodes.Playlist(playlist, visible, user);
        if (visible.Count > 0)
        {
            node["entry"] = new JsonArray([.. visible.Select(song => DemoNodes.Song(song, profile))]);
        }

        return node;
    }

    private IReadOnlyList<DemoSong> Visible(DemoPlaylist playlist) => [.. playlist.SongIds.Select(library.Find).OfType<DemoSong>()];

    private static bool IsVisible(DemoPlaylist playlist, DemoUser user) => user.IsAdmin || playlist.IsPublic || IsOwner(playlist, user);

    private static bool IsOwner(DemoPlaylist playlist, DemoUser user) => string.Equals(playlist.Owner, user.Name, StringComparison.OrdinalIgnoreCase);
}
