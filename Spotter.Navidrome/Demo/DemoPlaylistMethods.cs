using System.Globalization;
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
        if (Profile.Family == DemoFamily.Gonic)
        {
            // By the names of their files, which begin with the time of creation.
            lists = lists.OrderBy(playlist => playlist.Number);
        }

        if (Profile.Family == DemoFamily.Supysonic && request.Find("username") is { Length: > 0 } name)
        {
            lists = user.IsAdmin ? world.Playlists.All.Where(playlist => playlist.Owner == name) : throw DemoException.NotAuthorized();
        }

        var nodes = new JsonArray([.. lists.Select(playlist =>
        {
            // Navidrome counts the rows of missing songs here, but not those of unknown ids.
            var count = playlist.ListedCount
                ?? (Profile.KeepsMissingSongs ? playlist.SongIds.Count(world.Library.Knows)
                    : Profile.Family == DemoFamily.Gonic ? playlist.SongIds.Count
                    : Visible(playlist, user).Count);
            return DemoNodes.Playlist(playlist, count, Visible(playlist, user).Sum(song => song.DurationSeconds), user, world);
        })]);
        return nodes.Count == 0 && Profile.Family != DemoFamily.Gonic ? [] : new JsonObject { ["playlist"] = nodes };
    }

    public JsonObject Get(DemoRequest request, DemoUser user)
    {
        var playlist = Find(IdIn(request, "id"), user, Unknown);
        return Node(playlist.IsReadOnly && !playlist.IsEvaluated ? Evaluate(playlist) : playlist, user);
    }

    /// <summary>Creates a playlist or, with a playlistId, replaces its content.</summary>
    public JsonObject? Create(DemoRequest request, DemoUser user)
    {
        var songIds = request.All("songId");
        var id = IdToReplace(request);
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
            playlist = world.Playlists.Create(user.Name, name ?? (Profile.Family == DemoFamily.Gonic ? "" : throw Nameless()), songIds);
        }

        return Profile.ReturnsPlaylistOnCreate ? Node(playlist, user) : null;
    }

    /// <summary>Removes by index, appends, and sets name, comment and visibility.</summary>
    public (string? Key, JsonNode? Content) Update(DemoRequest request, DemoUser user)
    {
        var added = request.All("songIdToAdd");
        var removed = Removed(request);
        var playlist = FindToUpdate(IdIn(request, "playlistId"), user, isAdding: added.Count > 0, isRemoving: removed.Count > 0);
        if (playlist is null)
        {
            // gonic answers "ok" for another user's list and leaves it alone.
            return (null, null);
        }

        RefuseUnknown(added);
        if (Profile.Family == DemoFamily.Gonic && removed.Any(index => index < 0 || index >= playlist.SongIds.Count))
        {
            throw DemoException.Cut();
        }

        world.Playlists.Change(playlist.Id, current => current with
        {
            SongIds = current.IsReadOnly ? current.SongIds : Rows(current.SongIds, removed, added, user),
            // Removing songs from a smart playlist only changes the count, until the playlist is read again.
            ListedCount = current.IsReadOnly && removed.Count > 0 ? current.SongIds.Count - removed.Count : current.ListedCount,
            Name = NewName(request, current.Name),
            Comment = NewComment(request, current.Comment),
            IsPublic = request.Find("public") is { Length: > 0 } text ? IsTrue(text, current.IsPublic) : current.IsPublic,
        });
        return (null, null);
    }

    public (string? Key, JsonNode? Content) Delete(DemoRequest request, DemoUser user)
    {
        var id = IdIn(request, "id");
        if (Profile.AdminDeletesUnknownLists && user.IsAdmin && world.Playlists.Find(id) is null)
        {
            return (null, null);
        }

        var playlist = Find(id, user, UnknownToWrite);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminDeletesOthersLists))
        {
            throw NotYours("permission denied");
        }

        world.Playlists.Delete(playlist.Id);
        return (null, null);
    }

    /// <summary>The indexes that are numbers. If one is not, gonic ignores them all.</summary>
    private List<int> Removed(DemoRequest request)
    {
        var given = request.All("songIndexToRemove");
        List<int> numbers = [.. given.Where(index => int.TryParse(index, out _)).Select(index => int.Parse(index, CultureInfo.InvariantCulture))];
        return Profile.Family == DemoFamily.Gonic && numbers.Count < given.Count ? [] : numbers;
    }

    /// <summary>Evaluates a rule, which happens when its playlist is read.</summary>
    private DemoPlaylist Evaluate(DemoPlaylist playlist)
        => world.Playlists.Change(playlist.Id, current => current with { IsEvaluated = true, ListedCount = null });

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
            // From the highest down, and a repeated index removes two rows.
            var list = rows.ToList();
            foreach (var index in removed.OrderDescending().Where(index => index < list.Count))
            {
                list.RemoveAt(index);
            }

            return [.. list, .. added];
        }

        // Before 0.61, Navidrome counted visible rows and wrote back only those. Since then the index is that of the stored row.
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

    /// <summary>gonic keeps the current value if the text is neither.</summary>
    private bool IsTrue(string text, bool current) => Profile.Family switch
    {
        DemoFamily.Navidrome => text is "true" or "on" or "1",
        DemoFamily.Supysonic => text is "true" or "True" or "1",
        _ => text is "1" or "t" or "T" or "true" or "TRUE" or "True" || (current && text is not ("0" or "f" or "F" or "false" or "FALSE" or "False")),
    };

    private DemoPlaylist Replace(DemoPlaylist playlist, string? name, IReadOnlyList<string> songIds)
        => world.Playlists.Change(playlist.Id, current => current with
        {
            // Before 0.61, replacing the songs of a smart playlist is silently ignored.
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
            if (Profile.Family == DemoFamily.Gonic && !world.Ids.IsWellFormed(id))
            {
                throw new DemoException(SubsonicErrorCode.MissingParameter, "please provide valid song ids: bad separator");
            }

            if (world.Library.Find(WellFormed(id)) is null)
            {
                throw Profile.Family == DemoFamily.Gonic
                    ? new DemoException(SubsonicErrorCode.NotFound, $"couldn't find a track with id {id}: record not found")
                    : DemoException.NotFound("Track");
            }
        }
    }

    /// <summary>The playlist's id in the form that the method expects.</summary>
    /// <exception cref="DemoException">It is missing or malformed.</exception>
    private string IdIn(DemoRequest request, string name)
    {
        if (Profile.Family != DemoFamily.Gonic)
        {
            return WellFormed(request.Get(name));
        }

        var isRead = request.Method == "getPlaylist";
        var id = (isRead ? request.Find("id") : request.Find("id") ?? request.Find("playlistId")) ?? "";
        return world.Ids.IsWellFormed(id)
            ? id
            : throw new DemoException(SubsonicErrorCode.MissingParameter, isRead ? "please provide an `id` parameter" : "please provide an `id` or `playlistId` parameter");
    }

    /// <summary>The playlist that createPlaylist names, or null. gonic ignores an id that does not have its own form.</summary>
    private string? IdToReplace(DemoRequest request)
        => request.Find("playlistId") is not { Length: > 0 } id || (Profile.Family == DemoFamily.Gonic && !world.Ids.IsWellFormed(id)) ? null : WellFormed(id);

    private string WellFormed(string id)
        => world.Ids.IsWellFormed(id) ? id : throw DemoException.Internal("ValueError: badly formed hexadecimal UUID string");

    private DemoException Nameless() => Profile.Family switch
    {
        DemoFamily.Navidrome => DemoException.Internal("Internal Server Error: required parameter name is missing"),
        _ => DemoException.Missing("playlistId or name"),
    };

    private DemoException NotYours(string reason)
        => Profile.SaysNotAuthorizedByCode0 ? DemoException.Internal($"Internal Server Error: {reason}") : DemoException.NotAuthorized();

    private DemoException Unknown(string id) => Profile.Family switch
    {
        DemoFamily.Navidrome => DemoException.NotFound("playlist"),
        DemoFamily.Gonic => new DemoException(SubsonicErrorCode.NotFound, $"playlist with id {id} not found"),
        _ => DemoException.NotFound("Playlist"),
    };

    private DemoException UnknownToWrite(string id) => Profile.Family == DemoFamily.Navidrome ? DemoException.NotFound("data") : Unknown(id);

    /// <summary>The playlist if the user may read it. Navidrome hides others; supysonic says that they are not allowed.</summary>
    private DemoPlaylist Find(string id, DemoUser user, Func<string, DemoException> unknown)
    {
        var playlist = world.Playlists.Find(id) ?? throw unknown(id);
        return IsListed(playlist, user) || (Profile.Family == DemoFamily.Supysonic && user.IsAdmin) ? playlist
            : Profile.Family == DemoFamily.Supysonic ? throw DemoException.NotAuthorized()
            : throw unknown(id);
    }

    private DemoPlaylist FindToReplace(string id, DemoUser user)
    {
        var playlist = Find(id, user, UnknownToWrite);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminReplacesOthersLists))
        {
            throw NotYours("not authorized");
        }

        return IsProtected(playlist) ? throw DemoException.NotAuthorized() : playlist;
    }

    private DemoPlaylist? FindToUpdate(string id, DemoUser user, bool isAdding, bool isRemoving)
    {
        var writesSongs = isAdding || isRemoving;
        if (world.Playlists.Find(id) is null)
        {
            throw Profile switch
            {
                { BreaksOnUnknownUpdate: true } => DemoException.Plain(500, "Internal Server Error"),
                { Family: DemoFamily.Gonic } => DemoException.Internal("error reading playlist: no such file"),
                _ => UnknownToWrite(id),
            };
        }

        if (Profile.Family == DemoFamily.Gonic)
        {
            return world.Playlists.Find(id) is { } own && user.Is(own.Owner) ? own : null;
        }

        var playlist = Find(id, user, UnknownToWrite);
        if (!user.Is(playlist.Owner) && !(user.IsAdmin && Profile.AdminUpdatesOthersLists) && !(Profile.EverybodyRenamesPublicLists && !writesSongs))
        {
            throw Profile.EverybodyRenamesPublicLists ? NotYours("permission denied") : DemoException.NotAuthorized();
        }

        // Before 0.61, Navidrome refuses additions to a smart playlist, and accepts removals until it is read again.
        if (isAdding && playlist.IsReadOnly && !Profile.ProtectsRuledLists)
        {
            throw NotYours("permission denied");
        }

        return writesSongs && IsProtected(playlist) ? throw DemoException.NotAuthorized() : playlist;
    }

    private bool IsProtected(DemoPlaylist playlist)
        => (playlist.IsReadOnly && Profile.ProtectsRuledLists) || (playlist.IsFromFile && Profile.ProtectsFileLists);

    private JsonObject Node(DemoPlaylist playlist, DemoUser user)
    {
        var visible = Visible(playlist, user);
        if (visible.Count > Profile.RowsPerAnswer)
        {
            throw DemoException.Cut();
        }

        var node = DemoNodes.Playlist(playlist, visible.Count, visible.Sum(song => song.DurationSeconds), user, world);
        if (visible.Count > 0)
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
