using System.Text.Json.Nodes;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server that read and write playlists.</summary>
internal sealed class DemoPlaylistMethods(DemoWorld world)
{
    private DemoProfile Profile => world.Profile;

    public JsonObject List(DemoRequest request, DemoUser user)
    {
        var lists = world.Playlists.All.Where(playlist => IsListed(playlist, user));
        if (Profile.Family == DemoFamily.Supysonic && request.Find("username") is { Length: > 0 } name)
        {
            lists = user.IsAdmin ? world.Playlists.All.Where(playlist => playlist.Owner == name) : throw DemoException.NotAuthorized();
        }

        var nodes = new JsonArray([.. lists.Select(playlist =>
        {
            // Navidrome counts the rows of missing songs here, and not those of ids that it does not know.
            var count = Profile.KeepsMissingSongs ? playlist.SongIds.Count(world.Library.Knows) : Visible(playlist, user).Count;
            return DemoNodes.Playlist(playlist, count, Visible(playlist, user).Sum(song => song.DurationSeconds), user, world);
        })]);
        return nodes.Count == 0 && Profile.Family != DemoFamily.Gonic ? [] : new JsonObject { ["playlist"] = nodes };
    }

    public JsonObject Get(DemoRequest request, DemoUser user)
    {
        var playlist = Find(request.Get("id"), user);
        return Node(playlist, user);
    }

    /// <summary>Creates, or with a playlistId replaces the content.</summary>
    public JsonObject? Create(DemoRequest request, DemoUser user)
    {
        var songIds = request.All("songId");
        var id = request.Find("playlistId") is { Length: > 0 } given ? WellFormed(given) : null;
        var name = request.Find("name") is { Length: > 0 } text ? text : null;
        DemoPlaylist playlist;
        if (id is not null && !(Profile.ReplaceCreatesUnknown && world.Playlists.Find(id) is null))
        {
            var present = FindToReplace(id, user);
            RefuseUnknown(songIds);
            playlist = Replace(present, name, songIds);
        }
        else
        {
            RefuseUnknown(songIds);
            playlist = world.Playlists.Create(user.Name, name ?? throw Nameless(), songIds);
        }

        return Profile.ReturnsPlaylistOnCreate ? Node(playlist, user) : null;
    }

    /// <summary>Removes by index, appends, and sets name, comment and visibility.</summary>
    public (string? Key, JsonNode? Content) Update(DemoRequest request, DemoUser user)
    {
        var added = request.All("songIdToAdd");
        List<int> removed = [.. request.All("songIndexToRemove").Select(index => int.TryParse(index, out var number) ? number : -1)];
        var playlist = FindToUpdate(WellFormed(request.Get("playlistId")), user, writesSongs: added.Count > 0 || removed.Count > 0);
        if (playlist is null)
        {
            // gonic says "ok" to another user's list and leaves it alone.
            return (null, null);
        }

        RefuseUnknown(added);
        if (Profile.Family == DemoFamily.Gonic && removed.Any(index => index < 0 || index >= playlist.SongIds.Count))
        {
            throw DemoException.Plain(500, "runtime error: index out of range");
        }

        world.Playlists.Change(playlist.Id, current => current with
        {
            SongIds = Rows(current.SongIds, removed, added, user),
            Name = NewName(request, current.Name),
            Comment = NewComment(request, current.Comment),
            IsPublic = request.Find("public") is { Length: > 0 } text ? IsTrue(text) : current.IsPublic,
        });
        return (null, null);
    }

    public (string? Key, JsonNode? Content) Delete(DemoRequest request, DemoUser user)
    {
        var playlist = Find(request.Get("id"), user);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminDeletesOthersLists))
        {
            throw NotYours();
        }

        world.Playlists.Delete(playlist.Id);
        return (null, null);
    }

    private IReadOnlyList<string> Rows(IReadOnlyList<string> rows, List<int> removed, IReadOnlyList<string> added, DemoUser user)
    {
        if (Profile.AddsBeforeRemoving)
        {
            return [.. rows.Concat(added).Where((_, index) => !removed.Contains(index))];
        }

        if (removed.Count == 0)
        {
            return [.. rows, .. added];
        }

        if (Profile.Family == DemoFamily.Gonic)
        {
            // From the highest down, and an index that comes twice takes two.
            var list = rows.ToList();
            foreach (var index in removed.OrderDescending().Where(index => index < list.Count))
            {
                list.RemoveAt(index);
            }

            return [.. list, .. added];
        }

        // Before 0.61 Navidrome counted what is seen and wrote back no more than that; since then the index is the stored row's.
        var counted = Profile.RemovesByVisibleIndex ? [.. rows.Where(id => world.Library.Find(id) is { } song && user.Sees(song))] : rows;
        return [.. counted.Where((_, index) => !removed.Contains(index)), .. added];
    }

    private string NewName(DemoRequest request, string current)
        => request.Find("name") is { Length: > 0 } name ? name
            : Profile.Family == DemoFamily.Gonic && request.Has("name") ? ""
            : current;

    private string NewComment(DemoRequest request, string current)
        => request.Find("comment") is { Length: > 0 } comment ? comment
            : request.Has("comment") && !Profile.KeepsCommentOnEmpty ? ""
            : current;

    private bool IsTrue(string text) => Profile.Family switch
    {
        DemoFamily.Navidrome => text is "true" or "on" or "1",
        DemoFamily.Supysonic => text is "true" or "True" or "1",
        _ => text is "1" or "t" or "T" or "true" or "TRUE" or "True",
    };

    private DemoPlaylist Replace(DemoPlaylist playlist, string? name, IReadOnlyList<string> songIds)
        => world.Playlists.Change(playlist.Id, current => current with
        {
            // Before 0.61 a smart list takes a replacement in silence and stays what its rule makes it.
            SongIds = current.IsReadOnly || (songIds.Count == 0 && !Profile.EmptyReplaceEmpties) ? current.SongIds : songIds,
            Name = Profile.ReplaceRenames && name is not null ? name : current.Name,
        });

    private void RefuseUnknown(IReadOnlyList<string> songIds)
    {
        if (!Profile.RefusesUnknownSongs)
        {
            return;
        }

        foreach (var id in songIds)
        {
            if (world.Library.Find(WellFormed(id)) is null)
            {
                throw DemoException.NotFound("Track");
            }
        }
    }

    private string WellFormed(string id)
        => world.Ids.IsWellFormed(id) ? id
            : Profile.Family == DemoFamily.Gonic ? throw new DemoException(SubsonicErrorCode.MissingParameter, "please provide valid ids")
            : throw DemoException.Internal("ValueError: badly formed hexadecimal UUID string");

    private DemoException Nameless() => Profile.Family switch
    {
        DemoFamily.Navidrome => DemoException.Internal("Internal Server Error: required parameter name is missing"),
        _ => DemoException.Missing("playlistId or name"),
    };

    private DemoException NotYours()
        => Profile.SaysNotAuthorizedByCode0 ? DemoException.Internal("Internal Server Error: not authorized") : DemoException.NotAuthorized();

    /// <summary>The playlist as one may read it. Navidrome hides what one may not; supysonic says that one may not.</summary>
    private DemoPlaylist Find(string id, DemoUser user)
    {
        var playlist = world.Playlists.Find(WellFormed(id)) ?? throw DemoException.NotFound("Playlist");
        return IsListed(playlist, user) || (Profile.Family == DemoFamily.Supysonic && user.IsAdmin) ? playlist
            : Profile.Family == DemoFamily.Supysonic ? throw DemoException.NotAuthorized()
            : throw DemoException.NotFound("Playlist");
    }

    private DemoPlaylist FindToReplace(string id, DemoUser user)
    {
        var playlist = Find(id, user);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminReplacesOthersLists))
        {
            throw NotYours();
        }

        return IsProtected(playlist) ? throw DemoException.NotAuthorized() : playlist;
    }

    private DemoPlaylist? FindToUpdate(string id, DemoUser user, bool writesSongs)
    {
        if (world.Playlists.Find(id) is null)
        {
            throw Profile switch
            {
                { BreaksOnUnknownUpdate: true } => DemoException.Plain(500, "Internal Server Error"),
                { Family: DemoFamily.Gonic } => DemoException.Internal("error reading playlist: no such file"),
                _ => DemoException.NotFound("Playlist"),
            };
        }

        if (Profile.Family == DemoFamily.Gonic)
        {
            return world.Playlists.Find(id) is { } own && user.Is(own.Owner) ? own : null;
        }

        var playlist = Find(id, user);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminUpdatesOthersLists))
        {
            throw DemoException.NotAuthorized();
        }

        if (writesSongs && playlist.IsReadOnly && !Profile.ProtectsRuledLists)
        {
            throw DemoException.Internal("Internal Server Error: not authorized");
        }

        return writesSongs && IsProtected(playlist) ? throw DemoException.NotAuthorized() : playlist;
    }

    private bool IsProtected(DemoPlaylist playlist)
        => (playlist.IsReadOnly && Profile.ProtectsRuledLists) || (playlist.FileSongIds is not null && Profile.ProtectsFileLists);

    private JsonObject Node(DemoPlaylist playlist, DemoUser user)
    {
        var visible = Visible(playlist, user);
        var node = DemoNodes.Playlist(playlist, visible.Count, visible.Sum(song => song.DurationSeconds), user, world);
        if (visible.Count > 0 || Profile.Family == DemoFamily.Gonic)
        {
            node["entry"] = new JsonArray([.. visible.Select(song => DemoNodes.Song(song, world))]);
        }

        return node;
    }

    private IReadOnlyList<DemoSong> Visible(DemoPlaylist playlist, DemoUser user)
        => [.. playlist.SongIds.Select(world.Library.Find).OfType<DemoSong>().Where(user.Sees)];

    private bool IsListed(DemoPlaylist playlist, DemoUser user)
        => playlist.IsPublic || user.Is(playlist.Owner) || (user.IsAdmin && Profile.AdminSeesOthersLists);
}
