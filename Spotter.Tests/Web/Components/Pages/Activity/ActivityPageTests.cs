using Bunit;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Activity;

namespace Spotter.Tests.Web.Components.Pages.Activity;

public sealed class ActivityPageTests : PageTest
{
    [Fact]
    public async Task A_new_line_appears_by_itself()
    {
        await Host.Database.AddEventAsync(Ann.UserId, null, SyncEventType.Imported, "Before.");
        var page = Render<ActivityPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(Id("activity-line"))));

        await Host.Database.AddEventAsync(Ann.UserId, null, SyncEventType.Failed, "Now.");
        Host.Get<EventBus>().Publish(new PlaylistListChanged(Ann.UserId));

        page.WaitForAssertion(() => Assert.Contains("Now.", page.FindAll(Id("activity-line"))[0].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_filters_and_the_details_are_the_stored_json()
    {
        await Host.Database.AddEventAsync(Ann.UserId, null, SyncEventType.Imported, "Came in.");
        await Host.Database.AddEventAsync(Ann.UserId, null, SyncEventType.Failed, "Went wrong.", """{"total":50}""");
        GoTo("activity?type=problems");

        var page = Render<ActivityPage>();

        page.WaitForAssertion(() => Assert.Contains("Went wrong.", Assert.Single(page.FindAll(Id("activity-line"))).TextContent, StringComparison.Ordinal));
        Assert.Contains("\"total\": 50", page.Find("details pre").TextContent, StringComparison.Ordinal);
    }
}
