using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// Makes tracks of a player's entries. Apple writes the title first, and nearly everybody else the artist: the paths of the whole file tell which it
/// is, so that the entries wait for each other.
/// </summary>
internal sealed class FileEntries(PlaylistDrafts drafts)
{
    private readonly List<(FileEntry Entry, TwoSides? Sides, string? Playlist)> _entries = [];

    /// <summary>Takes the next entry.</summary>
    /// <exception cref="PlaylistFileException">There are more than a file may have.</exception>
    public void Add(FileEntry entry, string? playlist = null)
    {
        if (_entries.Count == PlaylistFileLimits.MaxTracks)
        {
            throw PlaylistDrafts.TooMany(entry.Line);
        }

        _entries.Add((entry, entry.Display.Length > 0 && entry.Artist is null ? ArtistAndTitle.Read(entry.Display, entry.Path) : null, playlist));
    }

    /// <summary>Hands them on, now that there are no more.</summary>
    public void Finish()
    {
        var votes = _entries.Sum(entry => entry.Sides?.Vote ?? 0);
        drafts.SidesAreOpen = votes == 0;
        foreach (var (entry, sides, playlist) in _entries)
        {
            Add(entry, sides, isTitleFirst: votes < 0, playlist);
        }
    }

    private void Add(FileEntry entry, TwoSides? read, bool isTitleFirst, string? playlist)
    {
        if (read is { } sides)
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

    /// <summary>The artist that the file's own name puts before this title: on records of several artists nobody else tells.</summary>
    private static string? FileArtist(MediaPath? path, string title)
        => path is not null && ArtistAndTitle.OfFile(path) is ({ } artist, var named) && path.Title != named && ArtistAndTitle.AreSame(named, title) ? artist : null;
}
