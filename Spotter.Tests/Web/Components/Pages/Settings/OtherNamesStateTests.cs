using Spotter.Core.Facts;
using Spotter.Core.Sync.OtherNames;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class OtherNamesStateTests
{
    private static readonly CatalogueStatus Resting = new(true, 0, DateTimeOffset.UnixEpoch, null, null);

    [Fact]
    public void How_it_stands_is_said_in_a_word_and_what_is_wrong_in_a_sentence()
    {
        Assert.Equal("Off.", OtherNamesState.Of(new(false, 0, null, null, null), English.Wording));
        Assert.Equal("On; nothing has been asked yet.", OtherNamesState.Of(Resting with { LastAnswerAt = null }, English.Wording));
        Assert.Equal("Works.", OtherNamesState.Of(Resting, English.Wording));
        Assert.Equal("Asking.", OtherNamesState.Of(Resting with { Waiting = 3 }, English.Wording));
        Assert.Equal("MusicBrainz could not be reached. Nothing was changed.", OtherNamesState.Of(Resting with { Waiting = 3, Problem = new Fact.ServiceNotReached("MusicBrainz") }, English.Wording));
    }
}
