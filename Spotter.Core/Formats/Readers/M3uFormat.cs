using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>M3U and M3U8: a path a line, with the length and "Artist - Title" in the line above it.</summary>
internal sealed class M3uFormat : IPlaylistFileFormat
{
    private const string Head = "#EXTM3U";
    private const string Info = "#EXTINF:";
    private const string NameOfList = "#PLAYLIST:";
    private const string ArtistLine = "#EXTART:";
    private const string AlbumLine = "#EXTALB:";
    private const string Streaming = "#EXT-X-";

    public string Family => "m3u";

    public string NoTracks => "The playlist names no tracks.";

    public bool Recognizes(PlaylistFileContent content)
    {
        var start = content.Text.AsSpan().TrimStart();
        return start.StartsWith(Head, StringComparison.OrdinalIgnoreCase)
            || start.StartsWith(Info, StringComparison.OrdinalIgnoreCase)
            || start.StartsWith(NameOfList, StringComparison.OrdinalIgnoreCase)
            || content.Extension is "m3u" or "m3u8";
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        using var lines = new StringReader(content.Text);
        var number = 0;
        Entry? waiting = null;
        string? albumArtist = null, album = null;
        while (lines.ReadLine() is { } raw)
        {
            number++;
            FieldText.RefuseOverlong(raw.Length, number, "the line");
            var line = FieldText.Clean(raw);
            if (line.StartsWith(Info, StringComparison.OrdinalIgnoreCase))
            {
                // Two of them in a row: the first names a track whose path is missing.
                Finish(waiting, null, drafts);
                waiting = ReadInfo(line[Info.Length..], number) with { Album = album, AlbumArtist = albumArtist };
            }
            else if (line.StartsWith(NameOfList, StringComparison.OrdinalIgnoreCase))
            {
                drafts.Describe(line[NameOfList.Length..], null);
            }
            else if (line.StartsWith(AlbumLine, StringComparison.OrdinalIgnoreCase))
            {
                album = FieldText.CleanOrNull(line[AlbumLine.Length..]);
                waiting = waiting is null ? null : waiting with { Album = album };
            }
            else if (line.StartsWith(ArtistLine, StringComparison.OrdinalIgnoreCase))
            {
                albumArtist = FieldText.CleanOrNull(line[ArtistLine.Length..]);
                waiting = waiting is null ? null : waiting with { AlbumArtist = albumArtist };
            }
            else if (line.StartsWith(Streaming, StringComparison.OrdinalIgnoreCase))
            {
                throw new PlaylistFileException("this is a streaming playlist (HLS): the pieces of one broadcast, not a list of tracks.", number)
                {
                    Problem = PlaylistFileProblem.NotAPlaylist,
                };
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                Finish(waiting ?? new Entry(number, "", null), line, drafts);
                (waiting, album, albumArtist) = (null, null, null);
            }
        }

        Finish(waiting, null, drafts);
    }

    /// <summary>Reads "seconds,Artist - Title"; between the two some players write attributes with commas inside quotes.</summary>
    private static Entry ReadInfo(string info, int line)
    {
        var quoted = false;
        for (var i = 0; i < info.Length; i++)
        {
            quoted ^= info[i] == '"';
            if (info[i] == ',' && !quoted)
            {
                var seconds = info[..i].Split(' ', 2)[0];
                return new Entry(line, info[(i + 1)..].Trim(), TrackLength.Parse(seconds, 1000));
            }
        }

        return new Entry(line, "", TrackLength.Parse(info, 1000));
    }

    private static void Finish(Entry? entry, string? location, PlaylistDrafts drafts)
    {
        if (entry is null)
        {
            return;
        }

        var path = MediaPath.Parse(location);
        var display = entry.Display.Length > 0 ? entry.Display : path?.Title;
        if (display is null)
        {
            drafts.LeaveOut(entry.Line, location is null ? "An entry without a title was left out." : "A web address without a title was left out.");
            return;
        }

        var (artist, title) = ArtistAndTitle.Split(display, path);
        artist ??= entry.AlbumArtist ?? (path is { IsWellKept: true } ? path.Artist : null);
        drafts.Add(entry.Line, new SourceTrack
        {
            Title = title,
            Artists = artist is null ? [] : [artist],
            Album = entry.Album ?? (path is not null && ArtistAndTitle.AreSame(path.Artist, artist) ? path.Album : null),
            DurationMs = entry.DurationMs,
            Location = path?.Location,
        });
    }

    private sealed record Entry(int Line, string Display, int? DurationMs)
    {
        public string? Album { get; init; }

        public string? AlbumArtist { get; init; }
    }
}
