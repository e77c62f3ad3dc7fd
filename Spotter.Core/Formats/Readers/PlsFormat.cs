using System.Globalization;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>PLS, the playlist format of Winamp and radio stations: numbered lines "File1=", "Title1=", "Length1=".</summary>
internal sealed class PlsFormat : IPlaylistFileFormat
{
    private const string Head = "[playlist]";

    public string Family => "pls";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
        => content.Text.AsSpan().TrimStart().StartsWith(Head, StringComparison.OrdinalIgnoreCase);

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var found = new SortedDictionary<int, Entry>();
        using var lines = new StringReader(content.Text);
        var number = 0;
        while (lines.ReadLine() is { } raw)
        {
            number++;
            FieldText.RefuseLongLine(raw.Length, number);
            var line = raw.TrimStart();
            if (Value(line, "File") is (var file, var path))
            {
                At(file).Path = path;
            }
            else if (Value(line, "Title") is (var title, var text))
            {
                At(title).Display = FieldText.Clean(text);
            }
            else if (Value(line, "Length") is (var length, var seconds))
            {
                At(length).DurationMs = TrackLength.Parse(seconds, 1000);
            }
        }

        var entries = new FileEntries(drafts);
        foreach (var entry in found.Values)
        {
            entries.Add(new(entry.Line, entry.Display, entry.DurationMs) { Path = MediaPath.Parse(entry.Path), HasLocation = entry.Path is not null });
        }

        entries.Finish();

        Entry At(int index)
        {
            if (!found.TryGetValue(index, out var entry))
            {
                // The numbers in the file prove nothing: only the entries that exist count.
                if (found.Count == PlaylistFileLimits.MaxTracks)
                {
                    throw PlaylistDrafts.TooMany(number);
                }

                found.Add(index, entry = new Entry(number));
            }

            return entry;
        }
    }

    /// <summary>The number and value of a line "Key12=value", or null.</summary>
    private static (int Number, string Value)? Value(string line, string key)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > key.Length && line.StartsWith(key, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(line.AsSpan(key.Length..equals).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (number, line[(equals + 1)..].Trim())
                : null;
    }

    private sealed class Entry(int line)
    {
        public int Line => line;

        public string? Path { get; set; }

        public string Display { get; set; } = "";

        public int? DurationMs { get; set; }
    }
}
