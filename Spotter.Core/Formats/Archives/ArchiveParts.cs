using System.Globalization;
using System.Text.Json;
using Spotter.Core.Facts;
using System.Text.RegularExpressions;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// Exports that spread a playlist over several files of an archive: Google Takeout of YouTube Music (lists of ids, and the songs of the
/// library) and of the former Play Music (one file per track), the data that Apple provides on request, and play histories. The parts are
/// kept until the last file has been read.
/// </summary>
internal sealed partial class ArchiveParts(MostPlayed? mostPlayed)
{
    // Enough to recognise a file.
    private const int CharactersToLookAt = 4_000;
    private const int RowsToLookAt = 5;

    private readonly Dictionary<string, SourceTrack> _songs = new(StringComparer.Ordinal);
    private readonly List<IdList> _lists = [];
    private readonly Dictionary<string, List<NumberedTrack>> _singles = new(StringComparer.Ordinal);
    private readonly PlayHistory _history = new();
    private readonly List<string> _historyPaths = [];
    private int _kept;

    /// <summary>Takes a file if it is one of several parts, and returns whether it did. The songs of a library are used too, but are also a
    /// list of their own: for them it returns false.</summary>
    /// <param name="path">Its path in the archive.</param>
    /// <param name="bytes">Its content.</param>
    public bool Take(string path, byte[] bytes)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".csv" or ".json" or ".jsonl") || BinaryContent.Describe(bytes) is not null)
        {
            return false;
        }

        var content = new PlaylistFileContent(bytes, TextContent.Decode(bytes), path);
        return TakeHistory(path, content) || (extension == ".csv" ? TakeTable(path, content) : TakeJson(path, content));
    }

    /// <summary>Builds the playlists after the last file, and returns the files that made none.</summary>
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

        JoinHistory(playlists, leftOut);
        return (playlists, leftOut);
    }

    /// <summary>All histories are counted together: how services split them into files has no meaning.</summary>
    private bool TakeHistory(string path, PlaylistFileContent content)
    {
        if (HistoryFormats.ReaderOf(content) is not { } read)
        {
            return false;
        }

        if (mostPlayed is null)
        {
            throw new PlaylistFileException(new Fact.HistoryOnly())
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }

        _historyPaths.Add(path);
        read(_history);
        return true;
    }

    private void JoinHistory(List<PlaylistFile> playlists, List<LeftOutFile> leftOut)
    {
        if (mostPlayed is { } wish && _history.Most(wish) is { Count: > 0 } tracks)
        {
            playlists.Add(new(PlayHistoryFormat.FamilyOfHistories, wish.Period.Name, tracks, []) { IsNamed = true });
            return;
        }

        leftOut.AddRange(_historyPaths.Select(path => new LeftOutFile(path, new PlaylistFileException(new Fact.HistoryWithoutPlays())
        {
            Problem = PlaylistFileProblem.NotAPlaylist,
        })));
    }

    private bool TakeTable(string path, PlaylistFileContent content)
    {
        var head = content.Text.AsSpan(0, Math.Min(content.Text.Length, CharactersToLookAt));
        if (head.Contains("Playlist Index", StringComparison.OrdinalIgnoreCase) && content.Table is { } single && single.Find("Playlist Index") is { } index)
        {
            return TakeSingle(path, single, index);
        }

        var preamble = TakeoutPreamble.Find(content.Text);
        var table = preamble is null ? content.Table : CsvTable.Open(content.Text[preamble.Start..]);
        if (table is null || IdColumn(table) is not { } id)
        {
            return false;
        }

        if (MusicTable.Judge(table) is { IsMusic: true })
        {
            Learn(table, id);
            return false;
        }

        // Below a preamble the header is padded with commas to the width of the preamble.
        if (table.Header.Count(name => name.Length > 0) > 3)
        {
            return false;
        }

        var ids = new List<(int, string)>();
        foreach (var line in table.Lines(requiredColumns: 1))
        {
            Count(line.Number);
            ids.Add((line.Number + (preamble?.LinesAbove ?? 0), FieldText.Clean(line[id])));
        }

        _lists.Add(new(path, preamble?.Title ?? NameOf(content.Stem), "takeout", ids, preamble?.Description));
        return true;
    }

    private void Learn(CsvTable table, int id)
    {
        var drafts = new PlaylistDrafts(PlaylistFileLimits.MaxTracks);
        new GenericCsvFormat().Read(table, MusicTable.Judge(table).Columns!, drafts);
        // Lines that became no track are missing here: skip them in the table.
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

    /// <summary>Play Music wrote each track of a playlist to its own file, in a folder "Tracks" below the folder of the playlist.</summary>
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
        new GenericCsvFormat().Read(table, columns, drafts);
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

        foreach (var (item, line) in json.Root.EnumerateArray().Zip(json.LinesOf()))
        {
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

    /// <summary>The column of video ids: by its name or, in languages where the name contains neither "video" nor "id", by its cells.</summary>
    private static int? IdColumn(CsvTable table)
    {
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (TakeoutPreamble.IsIdOfVideo(table.Header[column]))
            {
                return column;
            }
        }

        var rows = table.Sample(RowsToLookAt + 1).Skip(1).ToList();
        return rows.Count > 0 && rows.TrueForAll(row => VideoId().IsMatch(row[0].Trim()) && row.Cells.Length > 1) ? 0 : null;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{11}$")]
    private static partial Regex VideoId();

    /// <summary>"Road trip-videos.csv" contains the list "Road trip". The suffix is translated, but contains "video".</summary>
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
