using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Settings;

public sealed partial class SettingsTableTests
{
    private const string Page = "docs/settings.md";

    [Fact]
    public void The_page_about_the_settings_shows_each_once_as_the_example_and_the_options_have_it()
    {
        var path = Path.Combine(Repository.Root, Page);
        var text = File.ReadAllText(path);
        var settings = new SettingsTable(AllSettings.Sections, File.ReadAllBytes(Path.Combine(Repository.Root, "appsettings.example.json")));
        Assert.Equal(settings.Groups.Order(), Table().Matches(text).SelectMany(GroupsOf).Order());

        var drawn = Table().Replace(text, table => $"{table.Groups["start"].Value}{settings.Draw(GroupsOf(table))}{table.Groups["end"].Value}");

        if (Environment.GetEnvironmentVariable("SPOTTER_WRITE_SETTINGS") == "1")
        {
            File.WriteAllText(path, drawn);
            return;
        }

        Assert.True(text == drawn, $"The settings have changed. SPOTTER_WRITE_SETTINGS=1 draws them into {Page}:\n{drawn}");
    }

    private static string[] GroupsOf(Match table) => table.Groups["groups"].Value.Split(' ');

    [GeneratedRegex("(?<start><!-- settings: (?<groups>.*?) -->\n).*?(?<end><!-- end -->\n)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Table();
}
