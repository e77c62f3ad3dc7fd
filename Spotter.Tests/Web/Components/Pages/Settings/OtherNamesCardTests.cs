using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Sync.OtherNames;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class OtherNamesCardTests()
    : PageTest(services => services.AddSettings(("Matching:MusicBrainz:Enabled", "true"), ("Matching:MusicBrainz:BaseUrl", "http://127.0.0.1:1")).AddOtherNames())
{
    [Fact]
    public async Task A_pause_that_MusicBrainz_asks_for_is_said_with_its_end_and_how_many_wait()
    {
        Assert.Contains("On; nothing has been asked yet.", Card(), StringComparison.Ordinal);

        await Host.Get<IServiceProvider>().GetRequiredKeyedService<ServiceGate>(MusicBrainzClient.Kind).PauseAsync(TimeSpan.FromHours(2), new Fact.ServiceAsksToWait("MusicBrainz"), default);
        var paused = Card();

        Assert.Contains("MusicBrainz asks Spotter to wait before it asks again. Tried again in 2 h", paused, StringComparison.Ordinal);
        Assert.Contains("nothing", paused, StringComparison.Ordinal);
        Assert.Contains("artist and title", paused, StringComparison.Ordinal);
    }

    private string Card() => Render<OtherNamesCard>().Find(Id("other-names")).TextContent;
}
