using CsCheck;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Exports;

/// <summary>Spotter reads back what it writes, cell for cell, whatever the cells contain.</summary>
public sealed class ExportRoundTripTests
{
    // Texts that files, tables, XML, JSON, spreadsheets or the readers' own rules could misinterpret.
    private static readonly string[] Pieces =
    [
        "a", "b", "Ä", "ß", "日本", "😀", "👩‍🚀", "שלום", "\u200F", "e\u0301", " ", "  ", ",", ";", ";;", "\"", "\"\"", "'", "=", "+", "-", "@", " - ", " – ", "#", "#EXTM3U", "&", "&amp;", "&#39;", "<", ">",
        "]]>", "<!--", "/", "\\", "|", ":", "(feat. X)", "1", "3:05", "{", "}", "[", "\\n", "\\u0041", "%20", "\u00A0", "\u200B", "The", "Title",
    ];

    // Characters that are lost in any name: line breaks and invisible characters, most of which XML forbids.
    private static readonly string[] Lost = ["\n", "\r\n", "\t", "\u0001", "\u000B", "\u001F", "\uFFFE", "\u2028", "\u0085", "\uFEFF"];

    private static readonly string[] Formulas = ["=1+1", "+49", "-2", "@x", "'=x", "''=x", "\t=x", "sep=;", "#", "./#1"];

    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_cell_comes_back_as_it_was(ExportFormat format)
        => Tracks(Text(Pieces)).Sample(tracks => Assert.Equal([.. tracks.Select(Samples.Line)], Samples.Lines(Single(format, tracks))), iter: 300);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Breaks_of_lines_and_other_control_characters_become_a_blank_or_nothing_and_the_rest_comes_back(ExportFormat format)
        => Tracks(Text([.. Pieces, .. Lost, "\uD83D"], isTrimmed: false)).Sample(tracks =>
        {
            var read = Single(format, tracks);

            Assert.Equal([.. tracks.Select(ExportedTrack.AsWritten).Select(Samples.Line)], Samples.Lines(read));
            Assert.DoesNotContain(read.Tracks, track => track.Title.Any(char.IsControl));
        }, iter: 200);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_description_comes_back_where_the_format_has_a_place_for_one(ExportFormat format)
    {
        var playlist = Read(format, new ExportedList("Road trip: \"the\" <best> & more", "Made for 日本 & back", [new(1, new SourceTrack { Title = "One" })]));

        Assert.Equal("Road trip: \"the\" <best> & more", playlist.Name);
        Assert.True(playlist.IsNamed);
        Assert.Equal(format is ExportFormat.M3u or ExportFormat.Csv ? null : "Made for 日本 & back", playlist.Description);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_length_of_more_than_a_day_is_none(ExportFormat format)
        => Assert.Equal(
            [86_400_000, null],
            Single(format, [new SourceTrack { Title = "One day", DurationMs = 86_400_000 }, new SourceTrack { Title = "More", DurationMs = 86_400_001 }]).Tracks.Select(track => track.DurationMs));

    [Fact]
    public void Names_that_are_as_they_should_be_are_written_as_they_are()
        => Tracks(Text(Pieces)).Sample(tracks => Assert.All(tracks, track => Assert.True(ExportedTrack.AsWritten(track).IsSameAs(track))), iter: 300);

    [Fact]
    public void A_title_of_control_characters_alone_gets_a_name()
        => Assert.Equal("Untitled", ExportedTrack.AsWritten(new SourceTrack { Title = "\u0001\n" }).Title);

    private static Gen<string> Text(string[] pieces, bool isTrimmed = true)
        => Gen.OneOf(OneOf(pieces).Array[1, 8].Select(string.Concat), OneOf(Formulas))
            .Select(text => isTrimmed ? text.Trim() : text)
            .Where(text => !isTrimmed || (text.Length > 0 && !text.Any(char.IsControl)));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<SourceTrack[]> Tracks(Gen<string> text)
        => Gen.Select(text, text.Array[0, 4], text, Location(text), Gen.Int[1, 86_400_000], Gen.Int[0, 63])
            .Select((title, artists, album, location, ms, known) => new SourceTrack
            {
                Title = title,
                Artists = artists,
                Album = (known & 1) == 0 ? null : album,
                DurationMs = (known & 2) == 0 ? null : ms,
                Isrc = (known & 4) == 0 ? null : "GBXYZ1900001",
                RecordingMbid = (known & 8) == 0 ? null : "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                ProviderTrackId = (known & 16) == 0 ? null : (ms % 4) switch { 0 => "deezer:4455", 1 => "spotify:track:1aAaaaaaaaaaaaaaaaaaa1", 2 => "apple music:12", _ => "youtube:a-b_c" },
                Location = (known & 32) == 0 ? null : location,
            }).Array[1, 6];

    private static Gen<string> Location(Gen<string> text)
        => Gen.Select(OneOf("", "/", "/music/", "C:/Music/", @"C:\Music\", "//nas/share/", @"\\nas\share\", "../", "./#"), text.Array[1, 4])
            .Select((root, parts) => (root + string.Join('/', parts.Select(part => part.Replace("/", "_", StringComparison.Ordinal))) + ".mp3").Trim())
            .Where(path => !path.Contains("://", StringComparison.Ordinal));

    private static PlaylistFile Single(ExportFormat format, IEnumerable<SourceTrack> tracks)
    {
        var playlist = Read(format, new ExportedList("Road trip", null, tracks.Select((track, i) => new ExportedTrack(i + 1, track))));

        Assert.Empty(playlist.Warnings);
        Assert.Empty(playlist.Remarks);
        return playlist;
    }

    private static PlaylistFile Read(ExportFormat format, ExportedList list)
    {
        using var file = new MemoryStream();
        var writing = ExportFormats.WriteAsync(file, format, list, CancellationToken.None);
        Assert.True(writing.IsCompletedSuccessfully);
        return Assert.Single(new PlaylistFileReader().Read(file.ToArray(), ExportFormats.FileName(list.Name, format), null));
    }
}
