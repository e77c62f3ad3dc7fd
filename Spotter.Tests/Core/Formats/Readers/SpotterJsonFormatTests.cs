using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class SpotterJsonFormatTests
{
    [Fact]
    public async Task What_Spotter_writes_as_JSON_it_reads_back()
    {
        SourceTrack[] tracks =
        [
            new() { Title = "Harbour & \"Lights\"", Artists = ["Marlow", "Ilse, the Elder"], Album = "Low Tide", DurationMs = 215499, Isrc = "GBXYZ1900001", ProviderTrackId = "youtube:abc", Location = "a/b.mp3" },
            new() { Title = "港のあかり", RecordingMbid = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", ProviderTrackId = "spotify:track:1aAaaaaaaaaaaaaaaaaaa1" },
        ];
        await using var written = new MemoryStream();
        await MissingExport.WriteAsync(written, ExportFormat.Json, "x", tracks.Select((track, i) => new ExportedTrack(i + 1, track)), CancellationToken.None);

        var playlist = Assert.Single(new PlaylistFileReader().Read(written.ToArray(), "x.json", null));

        Assert.Equal(tracks.Select(Samples.Line), Samples.Lines(playlist));
    }
}
