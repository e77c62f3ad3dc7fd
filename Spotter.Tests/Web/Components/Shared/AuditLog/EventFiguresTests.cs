using Spotter.Core.Playlists;
using Spotter.Web.Components.Shared.AuditLog;

namespace Spotter.Tests.Web.Components.Shared.AuditLog;

public sealed class EventFiguresTests
{
    [Theory]
    [InlineData("nothing stored", "")]
    [InlineData("cut off", "{\"added\":")]
    [InlineData("another shape", "[1,2]")]
    public void A_line_with_broken_figures_has_none(string reason, string json)
    {
        var figures = EventFigures.Read(json);

        Assert.True(figures.Added is null, reason);
        Assert.Equal("", EventFigures.Matched(figures));
        Assert.Equal(json, json.StartsWith('[') ? json : EventFigures.Pretty(json));
    }

    [Theory]
    [InlineData(412L, "0.4 s")]
    [InlineData(12_300L, "12 s")]
    [InlineData(185_000L, "3 min 5 s")]
    [InlineData(null, "")]
    public void A_duration_is_said_as_people_do(long? ms, string expected) => Assert.Equal(expected, EventFigures.Took(new() { DurationMs = ms }));

    [Fact]
    public void Matched_is_said_where_the_run_matched()
    {
        Assert.Equal("47 of 50 matched", EventFigures.Matched(new() { Matched = 47, Total = 50 }));
        Assert.Equal("", EventFigures.Matched(new SyncEventMetadata()));
    }
}
