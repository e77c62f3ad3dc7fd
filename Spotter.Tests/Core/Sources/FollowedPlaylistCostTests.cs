using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

/// <summary>A playlist whose source is read every hour: what one hour costs, and when its rows are matched again.</summary>
public sealed class FollowedPlaylistCostTests : IDisposable
{
    private readonly DatabaseWork _work = new();
    private readonly CoreHost _host;

    public FollowedPlaylistCostTests() => _host = new(new TestDatabase(work: _work));

    public void Dispose() => _host.Dispose();

    [SqliteFact]
    public async Task A_read_that_brings_nothing_new_writes_when_it_was_and_no_row_more()
    {
        var (ann, _, tracks) = await FollowedAsync(200);
        _work.Forget();

        await HourAsync(ann, tracks);

        Assert.Equal((0, 1, 0), (_work.ChangesOf("Tracks"), _work.ChangesOf("Playlists"), _work.ChangesOf("SyncEvents")));
    }

    [SqliteFact]
    public async Task Only_rows_that_differ_are_written()
    {
        var (ann, id, tracks) = await FollowedAsync(200);
        _work.Forget();

        await HourAsync(ann, [.. tracks.Take(100), tracks[100] with { Album = "Another" }, .. tracks.Skip(101)]);

        Assert.Equal(1, _work.ChangesOf("Tracks"));
        var playlist = await _host.FindAsync(id);
        Assert.Equal(("Another", _host.Clock.GetUtcNow()), (playlist.Tracks[100].SourceTrack.Album, playlist.SourceChangedAt));
        Assert.Equal("Read again: 1 described otherwise.", (await _host.EventsAsync(id))[^1].Message.Words);
    }

    [SqliteFact]
    public async Task Reading_it_again_is_no_reason_to_match_it_again()
    {
        var (ann, id, tracks) = await FollowedAsync(3);
        await _host.EnableAndRunAsync(ann, id);

        // If the rows were matched again, they would take these better copies.
        _host.Server.Library.AddRange([.. _host.Server.Library.Select(song => song with { Id = "copy-" + song.Id, Suffix = "flac", IsStarred = true })]);
        _host.Server.Stamp = "2";
        await HourAsync(ann, tracks);
        await RunByTheClockAsync(ann, id);
        Assert.Equal(["s1", "s2", "s3"], (await _host.FindAsync(id)).Tracks.Select(track => track.SongId));

        await HourAsync(ann, [tracks[0] with { DurationMs = 180_400 }, .. tracks.Skip(1)]);
        await _host.RunAsync(id);
        Assert.Equal(["copy-s1", "copy-s2", "copy-s3"], (await _host.FindAsync(id)).Tracks.Select(track => track.SongId));
    }

    [SqliteFact]
    public async Task A_row_of_an_earlier_version_is_matched_once_more_and_then_rests()
    {
        var (ann, id, tracks) = await FollowedAsync(3);
        await _host.EnableAndRunAsync(ann, id);
        await using (var db = _host.Database.CreateDbContext())
        {
            (await db.Playlists.FindAsync(id))!.SourceChangedAt = null;
            await db.SaveChangesAsync();
        }

        await HourAsync(ann, tracks);
        var noted = (await _host.FindAsync(id)).SourceChangedAt;
        await HourAsync(ann, tracks);

        Assert.NotNull(noted);
        Assert.Equal(noted, (await _host.FindAsync(id)).SourceChangedAt);
    }

    private async Task<(Account Ann, int Id, IReadOnlyList<SourceTrack> Tracks)> FollowedAsync(int count)
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(count);
        return (ann, (await FollowAsync(ann, tracks)).PlaylistId!.Value, tracks);
    }

    private Task<ImportResult> HourAsync(Account ann, IReadOnlyList<SourceTrack> tracks)
    {
        _host.Clock.Advance(TimeSpan.FromHours(1));
        return FollowAsync(ann, tracks);
    }

    private Task<ImportResult> FollowAsync(Account ann, IReadOnlyList<SourceTrack> tracks)
        => _host.Store.FollowAsync(
            new(ann.UserId, "deezer", SyncTrigger.Schedule), new(new("7", "Road trip", tracks.Count), tracks), (_, _) => Task.FromResult(true), default);

    private async Task RunByTheClockAsync(Account ann, int id)
    {
        await _host.Requests.RequestAsync(ann.UserId, id, Spotter.Core.Sync.SyncCommand.Sync(), SyncTrigger.Schedule, default);
        await _host.RunAsync(id);
    }
}
