using Bunit;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Web.Components.Shared.AuditLog;

namespace Spotter.Tests.Web.Components.Shared.AuditLog;

public sealed class EventLineTests : PageTest
{
    [Fact]
    public void A_line_says_each_number_once()
    {
        var figures = new SyncEventMetadata { Added = 37, Removed = 4, Matched = 158, Total = 160, NewlyMatched = 29, Trigger = SyncTrigger.User, DurationMs = 412 };
        var message = Fact.Of(new Fact.Updated([new Fact.Added(37), new Fact.Removed(4)]), new Fact.NewlyMatched(29));
        var line = Render<EventLine>(parameters => parameters
            .Add(l => l.Event, new SyncEvent { Provider = "file", Message = message, Metadata = "{}", Type = SyncEventType.Completed, At = Host.Clock.GetUtcNow() })
            .Add(l => l.Figures, figures));

        var said = line.Find(".sp-event-message").TextContent;
        foreach (var number in (string[])["37", "29", "158"])
        {
            Assert.Equal((number, 1), (number, said.Split(number).Length - 1));
        }

        Assert.EndsWith("158 of 160 matched · asked for by you · 0.4 s", said, StringComparison.Ordinal);
    }
}
