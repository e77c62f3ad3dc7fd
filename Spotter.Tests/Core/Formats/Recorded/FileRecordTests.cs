using System.Globalization;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Recorded;

/// <summary>
/// What is read from many small files, line by line, compared with a recording. Other tests check what each format guarantees; this shows
/// every effect of a change. Messages are left out.
/// </summary>
public sealed class FileRecordTests
{
    [Fact]
    public void Files_are_read_as_recorded()
        => RecordedList.AssertSame("Files/texts", FileTexts.All.SelectMany(file => Read(file.Name, Encoding.UTF8.GetBytes(file.Text))));

    [Fact]
    public void Samples_are_read_as_recorded()
        => RecordedList.AssertSame("Files/samples", Directory.EnumerateFiles(Samples.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).SelectMany(name => Read(name, Samples.Bytes(name))));

    [Fact]
    public void Lengths_are_read_as_recorded()
        => RecordedList.AssertSame("Files/lengths", FileTexts.Lengths.Select(text => $"“{text}”: {Or(TrackLength.Parse(text, 1000))} as seconds, {Or(TrackLength.Parse(text, 1))} as milliseconds"));

    [Fact]
    public void Ids_are_read_as_recorded()
        => RecordedList.AssertSame("Files/ids", FileTexts.Ids.Select(text => string.Join("; ",
            $"“{text}”: spotify {Or(TrackIds.Spotify(text))}", $"link {Or(TrackIds.FromLink(text))}", $"written {Or(TrackIds.Written(text))}", $"mbid {Or(TrackIds.RecordingMbid(text))}", $"code {Or(TrackIds.RecordingCode(text))}", $"all {string.Join(' ', Isrc.ParseAll(text))}",
            $"named {Or(TrackIds.Named("youtube", text))}")));

    [Fact]
    public void Files_at_random_are_read_as_recorded()
    {
        var files = new RandomFiles(seed: 1);
        RecordedList.AssertSame("Files/random", Enumerable.Range(1, 700).SelectMany(number =>
        {
            var (name, text) = files.Next();
            return Read(name, Encoding.UTF8.GetBytes(text)).Select(line => $"{number} {line}");
        }));
    }

    [Fact]
    public async Task Archives_at_random_are_read_as_recorded()
    {
        var files = new RandomFiles(seed: 2);
        var lines = new List<string>();
        for (var number = 1; number <= 150; number++)
        {
            var parts = Enumerable.Range(0, 1 + (number % 5)).Select(_ => files.Part()).DistinctBy(part => part.Name).ToArray();
            var wish = (number % 4) switch { 0 => null, 1 => new MostPlayed(new(2024, null), 2), _ => MostPlayed.Default };
            try
            {
                var reading = await new PlaylistFileReader().ReadAllAsync(new MemoryStream(Zips.Of(parts)), "x.zip", null, CancellationToken.None, mostPlayed: wish);
                lines.AddRange(reading.Playlists.SelectMany(Shown).Concat(reading.LeftOut.Select(file => $"left out: {file.Name}, {file.Cause.Problem}, {file.Cause.Reason.GetType().Name}")).Select(line => $"{number} {line}"));
            }
            catch (PlaylistFileException refusal)
            {
                lines.Add($"{number} refused: {refusal.Problem}, {refusal.Reason.GetType().Name}");
            }
        }

        RecordedList.AssertSame("Files/random archives", lines);
    }

    private static IEnumerable<string> Read(string name, byte[] bytes)
    {
        IReadOnlyList<PlaylistFile> playlists;
        PlaylistFileException? refusal = null;
        try
        {
            playlists = new PlaylistFileReader().Read(bytes, name, null);
        }
        catch (PlaylistFileException cause)
        {
            (playlists, refusal) = ([], cause);
        }

        if (refusal is not null)
        {
            yield return $"{name}: refused, {refusal.Problem}{(refusal.Table is { } table ? $", table of {table.ColumnCount}, {table.Suggest().HasHeader} {string.Join(' ', table.Suggest().Columns)}" : "")}";
        }

        foreach (var line in playlists.SelectMany(Shown))
        {
            yield return line[0] == ' ' ? line : $"{name}: {line}";
        }
    }

    private static IEnumerable<string> Shown(PlaylistFile playlist)
    {
        yield return $"{playlist.RemoteId} “{playlist.Name}”{(playlist.IsNamed ? " named" : "")}{(playlist.SidesAreOpen ? " sides open" : "")}{(playlist.Description is { } description ? $" “{description}”" : "")}{(playlist.GuessedCodePage is { } page ? $" {page}" : "")}, {playlist.Remarks.Count} remarks";
        foreach (var line in Samples.Lines(playlist))
        {
            yield return "    " + line;
        }

        foreach (var other in playlist.OtherWayRound ?? [])
        {
            yield return "    or " + Samples.Line(other);
        }

        foreach (var warning in playlist.Warnings)
        {
            yield return $"    left out in line {warning.Line}: {warning.Reason}";
        }

        if (playlist.Understood is { } understood)
        {
            yield return $"    understood {understood.Mapping.HasHeader} {string.Join(' ', understood.Mapping.Columns)}";
        }
    }

    private static string Or(string? found) => found ?? "none";

    private static string Or(int? found) => Or(found?.ToString(CultureInfo.InvariantCulture));
}
