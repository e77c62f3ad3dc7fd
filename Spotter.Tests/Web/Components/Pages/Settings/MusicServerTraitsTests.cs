using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class MusicServerTraitsTests
{
    [Theory]
    [InlineData(true, 10, "Those of the files")]
    [InlineData(false, 10, "Made up by Navidrome from the tags, until an administrator ticks “Report real path”")]
    [InlineData(null, 10, "Not seen yet")]
    [InlineData(null, 0, "Shown once the library has been read")]
    public void Whether_paths_are_real_is_shown_with_how_to_change_it(bool? areReal, int songs, string text)
    {
        var traits = MusicServerTraits.Of(new ServerProfile { Type = "navidrome" }, new LibraryState { HasRealPaths = areReal, SongCount = songs });

        Assert.StartsWith(text, Assert.Single(traits, trait => trait.Label == "Paths of songs").Text, StringComparison.Ordinal);
    }
}
