using System.Text;
using System.Text.Json;
using Spotter.Core.Matching.Indexing;
using Spotter.Navidrome;
using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Tests.Navidrome;

/// <summary>Allocations for each song that is read and each row that is written. They are counted on one thread, so they are the same on
/// every machine.</summary>
public sealed class AllocationTests
{
    private const int Songs = 2_000;

    [Fact]
    public void A_song_that_is_read_goes_into_the_columns_with_little_more_than_its_texts()
    {
        var page = Page("searchResult3", "song");
        Read(page);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = Read(page);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Songs;

        Assert.Equal(Songs, table.Count);
        Assert.InRange(each, 1, 2_700);
    }

    [Fact]
    public void A_row_that_is_written_costs_its_part_of_the_form_and_of_the_answer()
    {
        var answer = Page("playlist", "entry");
        string[] ids = [.. Enumerable.Range(0, Songs).Select(IdOf)];
        Write(ids, answer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var written = Write(ids, answer);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Songs;

        Assert.Equal(Songs, written);
        Assert.InRange(each, 1, 2_100);
    }

    private static SongTable Read(byte[] page)
    {
        var builder = new SongTableBuilder(Songs);
        foreach (var child in JsonSerializer.Deserialize<SubsonicEnvelope>(page, SubsonicJson.Options)!.Reply!.SearchResult3!.Song)
        {
            builder.TryAdd(SongMapper.ToSong(child)!);
        }

        return builder.Build();
    }

    private static int Write(string[] ids, byte[] answer)
    {
        using var form = new SubsonicForm([new("playlistId", "list"), .. ids.Select(id => new KeyValuePair<string, string>("songId", id))]);
        var playlist = JsonSerializer.Deserialize<SubsonicEnvelope>(answer, SubsonicJson.Options)!.Reply!.Playlist!;
        return TargetMapper.ToTarget(playlist, "demo").Entries.Count;
    }

    private static string IdOf(int number) => $"{number:0000}5SXtbqqBsBHZmLRxDq";

    private static byte[] Page(string part, string list)
    {
        var songs = Enumerable.Range(0, Songs).Select(number => JsonSerializer.Serialize(new
        {
            id = IdOf(number), isDir = false, title = $"Midnight Harbour No. {number}", album = $"Golden Island {number / 12}", albumId = $"al-{number / 12}", artist = "Northern Choir",
            track = 1 + (number % 12), year = 2001, genre = "Folk", coverArt = $"mf-{number}", size = 31_457_280, contentType = "audio/flac", suffix = "flac", duration = 241, bitRate = 960,
            path = $"Northern Choir/Golden Island/{number % 12:00} - Midnight Harbour.flac", created = "2026-11-30T07:14:33.123456789Z", type = "music", isVideo = false, bpm = 0, comment = "",
            sortName = "midnight harbour", mediaType = "song", musicBrainzId = "f47ac10b-58cc-4372-a567-0e02b2c3d479", isrc = new[] { "ZZSPT2600001" },
            genres = new[] { new { name = "Folk" } }, replayGain = new { trackGain = -7.5, trackPeak = 0.98 }, channelCount = 2, samplingRate = 44_100, bitDepth = 16,
            artists = new[] { new { id = "ar-1", name = "Northern Choir" } }, displayArtist = "Northern Choir", albumArtists = new[] { new { id = "ar-1", name = "Northern Choir" } },
            displayAlbumArtist = "Northern Choir", explicitStatus = "",
        }));
        return Encoding.UTF8.GetBytes(
            $$$$"""{"subsonic-response":{"status":"ok","version":"1.16.1","type":"navidrome","serverVersion":"0.64.0","openSubsonic":true,"{{{{part}}}}":{"id":"list","name":"List","{{{{list}}}}":[{{{{string.Join(',', songs)}}}}]}}}""");
    }
}
