using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>M3U and M3U8: one path per line. The line above it contains the length and "Artist - Title".</summary>
internal sealed class M3uFormat : IPlaylistFileFormat
{
    private const string Head = "#EXTM3U";
    private const string Info = "#EXTINF:";
    private const string NameOfList = "#PLAYLIST:";
    private const string ArtistLine = "#EXTART:";
    private const string AlbumLine = "#EXTALB:";
    private const string VirtualDj = "#EXTVDJ:";
    private const string Streaming = "#EXT-X-";

    public string Family => "m3u";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
    {
        var start = content.Text.AsSpan().TrimStart();
        return start.StartsWith(Head, StringComparison.OrdinalIgnoreCase)
            || start.StartsWith(Info, StringComparison.OrdinalIgnoreCase)
            || start.StartsWith(NameOfList, StringComparison.OrdinalIgnoreCase)
            || start.StartsWith(VirtualDj, StringComparison.OrdinalIgnoreCase)
            || content.Extension is "m3u" or "m3u8";
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var entries = new FileEntries(drafts);
        using var lines = new StringReader(content.Text);
        var number = 0;
        FileEntry? waiting = null;
        string? albumArtist = null, album = null;
        while (lines.ReadLine() is { } raw)
        {
            number++;
            FieldText.RefuseLongLine(raw.Length, number);
            var line = FieldText.Clean(raw);
            if (line.StartsWith(Info, StringComparison.OrdinalIgnoreCase))
            {
                // Two such lines in a row: the path of the first track is missing.
                Finish(waiting, null);
                waiting = ReadInfo(line[Info.Length..], number);
            }
            else if (line.StartsWith(VirtualDj, StringComparison.OrdinalIgnoreCase))
            {
                waiting = ReadVirtualDj(line[VirtualDj.Length..], waiting ?? new FileEntry(number, "", null));
            }
            else if (line.StartsWith(M3uExport.TrackLine, StringComparison.Ordinal))
            {
                waiting = (waiting ?? new FileEntry(number, "", null)) with { Track = TrackJson.Parse(line[M3uExport.TrackLine.Length..], number) };
            }
            else if (line.StartsWith(NameOfList, StringComparison.OrdinalIgnoreCase))
            {
                drafts.Describe(line[NameOfList.Length..], null);
            }
            else if (line.StartsWith(AlbumLine, StringComparison.OrdinalIgnoreCase))
            {
                // It applies to every entry until the next such line.
                album = FieldText.CleanOrNull(line[AlbumLine.Length..]);
            }
            else if (line.StartsWith(ArtistLine, StringComparison.OrdinalIgnoreCase))
            {
                albumArtist = FieldText.CleanOrNull(line[ArtistLine.Length..]);
            }
            else if (line.StartsWith(Streaming, StringComparison.OrdinalIgnoreCase))
            {
                throw new PlaylistFileException(new Fact.StreamingFile(), number)
                {
                    Problem = PlaylistFileProblem.NotAPlaylist,
                };
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                Finish(waiting ?? new FileEntry(number, "", null), M3uExport.PathOf(line));
                waiting = null;
            }
        }

        Finish(waiting, null);
        entries.Finish();

        void Finish(FileEntry? entry, string? location)
        {
            if (entry is not null)
            {
                entries.Add(entry with
                {
                    Album = entry.Album ?? album, AlbumArtist = albumArtist, Path = MediaPath.Parse(location), HasLocation = location is not null,
                    Track = entry.Track is { } track && M3uExport.Words(track) == entry.Display ? track with { Location = LocationOf(track, location) } : null,
                });
            }
        }
    }

    /// <summary>The path that Spotter wrote, or the one that has since replaced it.</summary>
    private static string? LocationOf(SourceTrack track, string? path) => path is null || M3uExport.IsPathOf(track, path) ? track.Location : MediaPath.LocationOf(path);

    /// <summary>Parses "seconds,Artist - Title". Some players write attributes between the two, with commas inside quotes.</summary>
    private static FileEntry ReadInfo(string info, int line)
    {
        var quoted = false;
        for (var i = 0; i < info.Length; i++)
        {
            quoted ^= info[i] == '"';
            if (info[i] == ',' && !quoted)
            {
                var seconds = info[..i].Split(' ', 2)[0];
                return new FileEntry(line, info[(i + 1)..].Trim(), TrackLength.Parse(seconds, 1000));
            }
        }

        return new FileEntry(line, "", TrackLength.Parse(info, 1000));
    }

    /// <summary>VirtualDJ writes XML elements in one line, with separate artist and title.</summary>
    private static FileEntry ReadVirtualDj(string line, FileEntry entry)
    {
        var title = Element(line, "title");
        return title is null ? entry : entry with
        {
            Display = Element(line, "remix") is { } remix ? $"{title} ({remix})" : title,
            Artist = Element(line, "artist"),
            DurationMs = entry.DurationMs ?? TrackLength.Parse(Element(line, "songlength"), 1000),
        };
    }

    private static string? Element(string line, string name)
    {
        var start = line.IndexOf($"<{name}>", StringComparison.OrdinalIgnoreCase) + name.Length + 2;
        var end = start < name.Length + 2 ? -1 : line.IndexOf($"</{name}>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : FieldText.CleanOrNull(HtmlEntities.Decode(line[start..end]));
    }
}
