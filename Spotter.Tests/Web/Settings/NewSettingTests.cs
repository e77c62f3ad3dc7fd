using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Settings;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Settings;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Settings;

/// <summary>A new numeric setting needs only a property and a line in the example file. Nothing else knows this one.</summary>
public sealed class NewSettingTests
{
    private static readonly byte[] Example = """
        {
          "Invented": {
            // How long it waits.
            "PatienceSeconds": 5
          }
        }
        """u8.ToArray();

    [Fact]
    public void A_new_number_is_checked_shown_and_documented_by_its_property_and_its_line_in_the_example()
    {
        var configuration = AllSettings.Configuration(("Navidrome:BaseUrl", "https://music.example.org"), ("Invented:PatienceSeconds", "9"));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSettings<InventedOptions>("Invented");
        var sections = services.FindSettings();

        Assert.Empty(Problems(sections, ("Invented:PatienceSeconds", "9")));
        Assert.Equal(["Invented:PatienceSeconds is \"10\", but must be from 1 to 9."], Problems(sections, ("Invented:PatienceSeconds", "10")));
        Assert.Equal(
            ["Invented:Patience is not a setting and has no effect. There are: PatienceSeconds."],
            KnownKeys.FindUnknown(AllSettings.Configuration(("Invented:Patience", "9")), sections));

        using var provider = services.BuildServiceProvider();
        var page = new InstallationValues(SpotterSettings.Read(configuration, "/srv/spotter", sections), new DemoMode(null), sections, provider);
        var group = Assert.Single(page.Groups, group => group.Title == "Invented");
        Assert.Equal(new InstallationValue("It waits for", "Invented:PatienceSeconds", "9 seconds", "the host"), Assert.Single(group.Values));

        Assert.EndsWith("\n| `Invented:PatienceSeconds` | `5` | from 1 to 9 | How long it waits. |\n", new SettingsTable(sections, Example).Draw("Invented"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(IReadOnlyList<SettingsSection> sections, params (string Key, string? Value)[] values)
        => new SettingsCheck(AllSettings.Configuration(values), "/srv/spotter", sections).FindProblems();

    private sealed record InventedOptions
    {
        [Display(Name = "It waits for")]
        [Range(1, 9)]
        public int PatienceSeconds { get; set; } = 5;
    }
}
