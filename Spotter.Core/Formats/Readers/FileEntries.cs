using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// Turns the entries of a player's playlist into tracks. Apple writes the title first, most other players the artist. The paths of all
/// entries together tell which it is, so entries are added only after the last one is read.
/// </summary>
internal sealed class FileEntries(PlaylistDrafts drafts)
{
    private readonly List<(FileEntry Entry, TwoSides? Sides, string? Playlist)> _entries = [];

    /// <summary>Collects an entry.</summary>
    /// <exception cref="PlaylistFileException">There are more entries than a file may have.</exception>
    public void Add(FileEntry entry, string? playlist = null)
    {
        if (_entries.Count == PlaylistFileLimits.MaxTracks)
        {
            throw PlaylistDrafts.TooMany(entry.Line);
        }

        _entries.Add((entry, entry is { Display.Length: > 0, Artist: null, Track: null } ? ArtistAndTitle.Read(entry.Display, entry.Path) : null, playlist));
    }

    /// <summary>Adds all entries to the playlist. Call it after the last one.</summary>
    public void Finish()
    {
        var votes = _entries.Sum(entry => entry.Sides?.Vote ?? 0);
        drafts.SidesAreOpen = votes == 0;
        drafts.IsTitleFirst = votes < 0;
        foreach (var (entry, sides, playlist) in _entries)
        {
            Add(entry, sides, drafts.IsTitleFirst, playlist);
        }
    }

    private void Add(FileEntry entry, TwoSides? read, bool isTitleFirst, string? playlist)
    {
        if (entry.Track is { } track)
        {
            drafts.Add(entry.Line, track, playlist);
        }
        else if (read is { } sides)
        {
            var artistFirst = sides.ArtistFirst;
            var titleFirst = sides.TitleFirst ?? artistFirst;
            drafts.Add(
                entry.Line, TrackOf(entry, isTitleFirst ? titleFirst : artistFirst), playlist,
                otherWayRound: sides.TitleFirst is null ? null : TrackOf(entry, isTitleFirst ? artistFirst : titleFirst));
        }
        else if (entry.Display.Length > 0)
        {
            drafts.Add(entry.Line, TrackOf(entry, (entry.Artist, entry.Display)), playlist);
        }
        else if (entry.Path is { } path)
        {
            drafts.Add(entry.Line, TrackOf(entry, ArtistAndTitle.OfFile(path)), playlist);
        }
        else
        {
            drafts.LeaveOut(
                entry.Line, entry.HasLocation ? LeftOutReason.Broadcast : LeftOutReason.NoTitle,
                entry.HasLocation ? new Fact.UntitledAddressLeftOut() : new Fact.UntitledEntryLeftOut(), playlist);
        }
    }

    private static SourceTrack TrackOf(FileEntry entry, (string? Artist, string Title) read)
    {
        var path = entry.Path;
        var artist = read.Artist ?? FileArtist(path, read.Title) ?? entry.AlbumArtist ?? (path is { IsWellKept: true } ? path.Artist : null);
        return new SourceTrack
        {
            Title = read.Title,
            Artists = artist is null ? [] : [artist],
            Album = entry.Album ?? (path is not null && ArtistAndTitle.AreSame(path.Artist, artist) ? path.Album : null),
            DurationMs = entry.DurationMs,
            Location = path?.Location,
        };
    }

    /// <summary>The artist that the file name has before this title. On compilations no other field names it.</summary>
    private static string? FileArtist(MediaPath? path, string title)
        => path is not null && ArtistAndTitle.OfFile(path) is ({ } artist, var named) && path.Title != named && ArtistAndTitle.AreSame(named, title) ? artist : null;
}
