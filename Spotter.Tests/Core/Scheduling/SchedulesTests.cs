using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Playlists;
using Spotter.Core.Scheduling;
using Spotter.Core.Sources;

namespace Spotter.Tests.Core.Scheduling;

public sealed class SchedulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 5, 0, TimeSpan.Zero);

    private readonly Schedules _schedules = new(Schedule.ByCron("0 * * * *"), Schedule.ByCron("50 * * * *"), new FakeTimeProvider(Now));

    [Fact]
    public void A_playlist_is_synced_by_the_servers_schedule_while_its_sync_is_on()
    {
        Assert.Equal(Now.AddMinutes(55), _schedules.NextSync(Playlist(isEnabled: true)));
        Assert.Null(_schedules.NextSync(Playlist(isEnabled: false)));
    }

    [Fact]
    public void One_that_was_put_off_is_synced_then()
        => Assert.Equal(Now.AddMinutes(2), _schedules.NextSync(Playlist(isEnabled: true, notBefore: Now.AddMinutes(2))));

    [Theory]
    [InlineData(SourceConnectionState.Working, null, 45)]
    [InlineData(SourceConnectionState.Retrying, null, 45)]
    [InlineData(SourceConnectionState.Retrying, 7, 7)]
    [InlineData(SourceConnectionState.NeedsUser, 7, null)]
    public void A_connection_is_read_by_the_schedule_of_connections_or_when_it_is_tried_again(SourceConnectionState state, int? triedIn, int? readIn)
    {
        var connection = new SourceConnection { Kind = "deezer", State = state, NextTryAt = triedIn is { } minutes ? Now.AddMinutes(minutes) : null };

        Assert.Equal(readIn is { } wanted ? Now.AddMinutes(wanted) : null, connection.NextRead(_schedules));
    }

    private static Playlist Playlist(bool isEnabled, DateTimeOffset? notBefore = null)
        => new() { Source = "file", RemoteId = "csv:Road trip", Name = "Road trip", SyncEnabled = isEnabled, NotBefore = notBefore };
}
