using System.Globalization;
using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// Exports that spread a playlist over several files of an archive: Google Takeout of YouTube Music (lists of ids, and the songs of the library), of the
/// former Play Music (a file a track), and the data that Apple gives out on request. Files are kept here until the last one has come.
/// </summary>
internal sealed class ArchiveParts
{
    // Enough to see what a file is.
    private const int CharactersToLookAt = 4_000;

    private readonly Dictionary<string, SourceTrack> _songs = new(StringComparer.Ordinal);
    private readonly List<IdList> _lists = [];
    private readonly Dictionary<string, List<NumberedTrack>> _singles = new(StringComparer.Ordinal);
    private int _kept;

    /// <summary>Whether the file is one of several that make a playlist together. The songs of a library are also a list of their own.</summary>
    /// <param name="path">Its name in the archive.</param>
    /// <param name="bytes">Its content.</param>
    public bool Take(string path, byte[] bytes)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".csv" or ".json") || BinaryContent.Describe(bytes) is not null)
        {
            return false;
        }

        var content = new PlaylistFileContent(bytes, TextContent.Decode(bytes), path);
        return extension == ".csv" ? TakeTable(path, content) : TakeJson(path, content);
    }

    /// <summary>The playlists that the parts make, now that there are no more of them, and the files that made none.</summary>
    public (IReadOnlyList<PlaylistFile> Playlists, IReadOnlyList<LeftOutFile> LeftOut) Join()
    {
        var playlists = new List<PlaylistFile>();
        var leftOut = new List<LeftOutFile>();
        foreach (var list in _lists)
        {
            var tracks = new List<SourceTrack>();
            var warnings = new List<PlaylistFileWarning>();
            foreach (var (line, id) in list.Ids)
            {
                if (_songs.TryGetValue(list.Family + id, out var song))
                {
                    tracks.Add(song);
                }
                else
                {
                    warnings.Add(new(line, new Fact.NamelessTrackLeftOut())
                    {
                        Reason = LeftOutReason.NoLongerNamed, FileName = list.Path,
                    });
                }
            }

            if (tracks.Count > 0)
            {
                playlists.Add(new(list.Family, list.Name, tracks, warnings) { IsNamed = true, Description = list.Description });
            }
            else
            {
                leftOut.Add(new(list.Path, new PlaylistFileException(warnings.Count == 0 ? new Fact.ArchivedListEmpty() : new Fact.ArchivedListNameless(warnings.Count))
                {
                    Problem = PlaylistFileProblem.Empty,
                }));
            }
        }

        foreach (var (name, numbered) in _singles)
        {
            var there = numbered.Where(single => single.Track is not null).OrderBy(single => single.Number).Select(single => single.Track!).ToList();
            var gone = numbered.Where(single => single.Track is null).Select(single => new PlaylistFileWarning(single.Line, new Fact.RemovedTrackLeftOut())
            {
                Reason = LeftOutReason.NoLongerNamed, FileName = single.Path,
            }).ToList();
            if (there.Count > 0)
            {
                playlists.Add(new("play-music", name, there, gone) { IsNamed = true });
            }
        }

        return (playlists, leftOut);
    }

    private bool TakeTable(string path, PlaylistFileContent content)
    {
        var head = content.Text.AsSpan(0, Math.Min(content.Text.Length, CharactersToLookAt));
        if (head.Contains("Playlist Index", StringComparison.OrdinalIgnoreCase) && content.Table is { } single && single.Find("Playlist Index") is { } index)
        {
            return TakeSingle(path, single, index);
        }

        if (!head.Contains("Video", StringComparison.OrdinalIgnoreCase) || content.Table is not { } table || IdColumn(table) is not { } id)
        {
            return false;
        }

        if (MusicTable.Judge(table) is { IsMusic: true })
        {
            Learn(table, id);
            return false;
        }

        if (table.Header.Count > 3)
        {
            return false;
        }

        var ids = new List<(int, string)>();
        foreach (var line in table.Lines(requiredColumns: 1))
        {
            Count(line.Number);
            ids.Add((line.Number, FieldText.Clean(line[id])));
        }

        _lists.Add(new(path, NameOf(content.Stem), "takeout", ids, null));
        return true;
    }

    private void Learn(CsvTable table, int id)
    {
        var drafts = new PlaylistDrafts(PlaylistFileLimits.MaxTracks);
        GenericCsvFormat.Read(table, MusicTable.Judge(table).Columns!, drafts);
        // In the order of the lines, without those that gave no track.
        using var lines = table.Lines(requiredColumns: 1).GetEnumerator();
        foreach (var (line, track) in drafts.Added)
        {
            Count(line);
            while (lines.MoveNext() && lines.Current.Number != line)
            {
            }

            _songs["takeout" + FieldText.Clean(lines.Current[id])] = track;
        }
    }

    /// <summary>Play Music put every track of a playlist into a file of its own, in a folder "Tracks" below the playlist's.</summary>
    private bool TakeSingle(string path, CsvTable table, int index)
    {
        var columns = MusicTable.Judge(table).Columns;
        var folders = path.Split('/', '\\');
        var name = folders.Length > 2 ? folders[^3] : folders.Length > 1 ? folders[^2] : null;
        if (columns is null || name is null || table.Sample(3).Count != 2)
        {
            return false;
        }

        var drafts = new PlaylistDrafts(PlaylistFileLimits.MaxTracks);
        GenericCsvFormat.Read(table, columns, drafts);
        var line = table.Lines(requiredColumns: 1).First();
        Count(line.Number);
        var isRemoved = table.Find("Removed") is { } removed && line[removed].Trim().Equals("Yes", StringComparison.OrdinalIgnoreCase);
        var number = int.TryParse(line[index], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : int.MaxValue;
        if (!_singles.TryGetValue(name, out var singles))
        {
            _singles.Add(name, singles = []);
        }

        singles.Add(new(path, line.Number, number, isRemoved ? null : drafts.Added.Select(added => added.Track).FirstOrDefault()));
        return true;
    }

    private bool TakeJson(string path, PlaylistFileContent content)
    {
        var head = content.Text.AsSpan(0, Math.Min(content.Text.Length, CharactersToLookAt));
        var isOfLists = head.Contains("\"Playlist Item Identifiers\"", StringComparison.Ordinal);
        if ((!isOfLists && !head.Contains("\"Track Identifier\"", StringComparison.Ordinal)) || content.Json is not { Fault: null, Root.ValueKind: JsonValueKind.Array } json)
        {
            return false;
        }

        var lines = json.LinesOf();
        var i = 0;
        foreach (var item in json.Root.EnumerateArray())
        {
            var line = i < lines.Count ? lines[i] : 1;
            i++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (isOfLists)
            {
                AddApplePlaylist(path, item, line);
            }
            else
            {
                AddAppleSong(item, line);
            }
        }

        return true;
    }

    private void AddApplePlaylist(string path, JsonElement item, int line)
    {
        if (FieldText.CleanOrNull(JsonText.String(item, "Title", line)) is not { } name || JsonText.List(item, "Playlist Item Identifiers") is not { } ids)
        {
            return;
        }

        var found = new List<(int, string)>();
        foreach (var id in ids.EnumerateArray())
        {
            Count(line);
            found.Add((line, Id(id)));
        }

        _lists.Add(new(path, name, "apple-data", found, FieldText.CleanOrNull(JsonText.String(item, "Description", line))));
    }

    private void AddAppleSong(JsonElement item, int line)
    {
        if (JsonText.Property(item, "Track Identifier") is { } id && FieldText.CleanOrNull(JsonText.String(item, "Title", line)) is { } title)
        {
            Count(line);
            _songs["apple-data" + Id(id)] = new SourceTrack
            {
                Title = title,
                Artists = FieldText.CleanOrNull(JsonText.String(item, "Artist", line)) is { } artist ? [artist] : [],
                Album = FieldText.CleanOrNull(JsonText.String(item, "Album", line)),
                DurationMs = TrackLength.Parse(JsonText.Number(item, "Track Duration"), 1),
            };
        }
    }

    private static string Id(JsonElement id) => id.ValueKind is JsonValueKind.Number or JsonValueKind.String ? id.ToString() : "";

    private static int? IdColumn(CsvTable table)
    {
        // Google translates its headers; "Video" and "ID" are in all of them.
        for (var column = 0; column < table.Header.Count; column++)
        {
            var key = HeaderName.Normalize(table.Header[column]);
            if (key.Length < 20 && key.Contains("video", StringComparison.Ordinal) && key.Contains("id", StringComparison.Ordinal) && key != "video")
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>"Road trip-videos.csv" is the list "Road trip", in whatever language.</summary>
    private static string NameOf(string stem)
        => stem.LastIndexOf('-') is > 0 and var dash && stem[(dash + 1)..].Contains("video", StringComparison.OrdinalIgnoreCase) ? stem[..dash].Trim() : stem;

    private void Count(int line)
    {
        if (++_kept > PlaylistFileLimits.MaxTracksOfMany * 2)
        {
            throw PlaylistDrafts.TooMany(line, PlaylistFileLimits.MaxTracksOfMany);
        }
    }

    private sealed record IdList(string Path, string Name, string Family, List<(int Line, string Id)> Ids, string? Description);

    private sealed record NumberedTrack(string Path, int Line, int Number, SourceTrack? Track);
}
