using System.Text;
using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Decisions;

public sealed class DecisionFileTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero);

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Csv)]
    public async Task What_is_written_is_read_back_as_it_was(ExportFormat format)
    {
        var track = new SourceTrack
        {
            Title = "=Señorita, \"live\"", Artists = ["Ada; Ben", "שרה"], Album = "One, Two", DurationMs = 181_234, Isrc = "ZZSPT2600001", RecordingMbid = "0b1c2d3e-0000-4000-8000-000000000001",
            ProviderTrackId = "spotify:track:0123456789abcdefghijkl", Location = "/music/a b/c.flac",
        };
        var song = new Song
        {
            Id = "s1", Title = "-Señorita", Artist = "Ada; Ben", Artists = ["Ada; Ben", "C"], Album = "Best of", DurationMs = 180_000, Isrcs = ["ZZSPT2600001", "ZZSPT2600002"],
            RecordingMbid = "0b1c2d3e-0000-4000-8000-000000000002", Path = "Ada/Best of/01.flac",
        };
        List<FiledDecision> decisions =
        [
            new(FiledKind.Pin, "isrc:ZZSPT2600001", track, song, At),
            new(FiledKind.Rejection, "text:a|b||", new SourceTrack { Title = "A" }, song with { Album = null, Isrcs = [], Path = null, DurationMs = null }, null),
            new(FiledKind.Never, null, new SourceTrack { Title = "Never" }, null, At),
        ];

        var read = await ReadAsync(await WriteAsync(format, decisions));

        Assert.Empty(read.Unread);
        Assert.Equal(decisions.ConvertAll(Flat), read.Decisions.Select(Flat));
        Assert.All(read.Decisions, decision => Assert.True(decision.Line > 1));
    }

    [Fact]
    public async Task A_table_made_by_hand_needs_no_more_than_the_decision_and_the_title()
    {
        var read = await ReadAsync("Title;Decision\nNowhere;never\n");

        var decision = Assert.Single(read.Decisions);
        Assert.Equal((FiledKind.Never, "Nowhere", null, null), (decision.Kind, decision.Track.Title, decision.Key, decision.DecidedAt));
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_named_with_its_line_and_does_not_keep_the_others_out()
    {
        var read = await ReadAsync("Decision,Title,Song title,Decided at\nperhaps,One,,\nnever,,,\npin,Three,,\nnever,Four,,yesterday\nnever,Five,,\n");

        Assert.Equal("Five", Assert.Single(read.Decisions).Track.Title);
        Assert.Equal(
            [(2, new Fact.DecisionKindUnknown("perhaps")), (3, new Fact.DecisionWithoutTrack()), (4, new Fact.DecisionWithoutSong("Three")), (5, new Fact.DecisionTimeUnread("yesterday"))],
            read.Unread.Select(entry => (entry.Line, entry.Why)));
    }

    [Theory]
    [InlineData("""{"spotter":1,"name":"A playlist","tracks":[]}""")]
    [InlineData("[1,2]")]
    [InlineData("Title,Artist\nOne,Ada\n")]
    [InlineData("{\"spotterDecisions\":1,\"decisions\":[")]
    [InlineData(" \n")]
    public async Task Another_file_is_refused(string content)
        => await Assert.ThrowsAsync<PlaylistFileException>(() => ReadAsync(content));

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read_to_its_end()
    {
        using var endless = new MemoryStream(new byte[DecisionFile.MaxBytes + 1]);

        var refusal = await Assert.ThrowsAsync<PlaylistFileException>(() => DecisionFile.ReadAsync(endless, default));

        Assert.Equal(PlaylistFileProblem.TooLarge, refusal.Problem);
    }

    // Records compare lists by reference.
    private static string Flat(FiledDecision decision) => System.Text.Json.JsonSerializer.Serialize(decision with { Line = 0 });

    private static async Task<string> WriteAsync(ExportFormat format, IEnumerable<FiledDecision> decisions)
    {
        using var output = new MemoryStream();
        await DecisionFile.WriteAsync(output, format, decisions.ToAsyncEnumerable(), default);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<DecisionFileContent> ReadAsync(string content)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await DecisionFile.ReadAsync(file, default);
    }
}
