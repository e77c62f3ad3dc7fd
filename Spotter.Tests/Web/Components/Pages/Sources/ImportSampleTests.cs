using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;
using Spotter.Web.Components.Pages.Sources;

namespace Spotter.Tests.Web.Components.Pages.Sources;

public sealed class ImportSampleTests
{
    [Fact]
    public void The_first_five_rows_are_shown_and_of_the_others_the_worst()
    {
        var sample = ImportSample.Of(List(
        [
            .. Enumerable.Range(1, 6).Select(i => Track($"Row {i}")),
            Track("Row 7", lengthMs: 3_000),
            Track("Row 8", artist: null),
            Track("Row 9", lengthMs: 11_100_000),
            Track("Row 10", artist: null, lengthMs: 11_100_000),
            Track("Row 11", lengthMs: null),
            .. Enumerable.Range(12, 9).Select(i => Track($"Row {i}", lengthMs: 0)),
            Track("Row \uFFFD"),
        ]));

        Assert.Equal([1, 2, 3, 4, 5], sample.First.Select(row => row.Number));
        Assert.Equal([21, 10, 8, 7, 9], sample.Odd.Select(row => row.Number));
        Assert.Equal(14, sample.OddCount);
        Assert.Equal(RowDoubts.NoArtist | RowDoubts.OddLength, sample.Odd[1].Doubts);
        Assert.Empty(sample.Lettered);
    }

    [Fact]
    public void Odd_rows_among_the_first_are_counted_and_not_shown_twice()
    {
        var sample = ImportSample.Of(List([Track("One", artist: null), Track("Two")]));

        Assert.Equal((1, 2, 0), (sample.OddCount, sample.First.Count, sample.Odd.Count));
        Assert.Equal(RowDoubts.NoArtist, sample.First[0].Doubts);
    }

    [Fact]
    public void A_recording_that_nothing_else_is_known_of_is_not_odd()
    {
        const string id = "8f3471b5-7e6a-48da-86a9-c1c07a0f47ae";

        Assert.Equal(0, ImportSample.Of(List([new SourceTrack { Title = SourceTrack.TitleOf(id), RecordingMbid = id }])).OddCount);
    }

    [Fact]
    public void Where_the_letters_are_a_guess_rows_that_show_it_are_shown_too()
    {
        var text = string.Concat(Enumerable.Range(1, 6).Select(i => $"Ada - Harbour {i}\n")) + "Маяк - Огни\nAda - Light\nМоре - Вода\n";

        var guessed = ImportSample.Of(Read(CodePages.Find("windows-1251")!.GetBytes(text)));
        var certain = ImportSample.Of(Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["Огни", "Вода"], guessed.Lettered.Select(row => row.Track.Title));
        Assert.Empty(certain.Lettered);
    }

    private static PlaylistFile Read(byte[] bytes) => Assert.Single(new PlaylistFileReader().Read(bytes, "list.txt", null));

    private static PlaylistFile List(IReadOnlyList<SourceTrack> tracks) => new("csv", "List", tracks, []);

    private static SourceTrack Track(string title, string? artist = "Ada", int? lengthMs = 200_000)
        => new() { Title = title, Artists = artist is null ? [] : [artist], DurationMs = lengthMs };
}
