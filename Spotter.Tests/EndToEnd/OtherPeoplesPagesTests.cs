using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>A user tries every page, in every way that could ask for something that belongs to another user.</summary>
[Collection(Chromium.Collection)]
public sealed partial class OtherPeoplesPagesTests(Chromium chromium)
{
    /// <summary>Pages without any user's data.</summary>
    private static readonly string[] Empty = ["/not-found", "/access-denied"];

    /// <summary>Values for page parameters that are neither an id nor a search term.</summary>
    private static readonly Dictionary<string, string[]> Values = new() { ["tab"] = ["report", "history"], ["source"] = ["file"], ["status"] = ["pending"], ["type"] = ["imported"] };

    [BrowserFact]
    public async Task No_page_shows_anything_of_another_user()
    {
        await using var app = SpotterApp.StartDemo();
        await using var owner = await chromium.OpenAsync(app.Address);
        await owner.SignInAsync();
        var canary = await Canary.PlantAsync(app, "demo");
        await using var guest = await chromium.OpenAsync(app.Address);
        await guest.SignInAsync("guest", "guest");

        var pages = Pages().ToList();
        Assert.True(pages.Count > 7, $"Only {pages.Count} pages were found.");
        foreach (var page in pages)
        {
            foreach (var path in Ways(page, canary))
            {
                await guest.Page.GotoAsync(path);
                await guest.Page.GetByRole(AriaRole.Heading).First.WaitForAsync();
                await guest.Page.Locator(".sp-skeleton").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
                Assert.DoesNotContain(Canary.Mark, await guest.Page.Locator("main").First.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
            }

            // Data that not even its owner sees proves nothing.
            await owner.Page.GotoAsync(Ways(page, canary).First());
            await Assertions.Expect(owner.Page.Locator("main").First).ToContainTextAsync(Canary.Mark, new() { IgnoreCase = true });
        }

        guest.AssertNoErrors();
    }

    /// <summary>Every page that requires a sign-in, as the router finds them.</summary>
    private static IEnumerable<(string Template, IReadOnlyList<(string Name, Type Type)> Query)> Pages()
        => from type in typeof(Spotter.Web.Components.App).Assembly.GetTypes()
           where type.GetCustomAttribute<AllowAnonymousAttribute>() is null
           from route in type.GetCustomAttributes<RouteAttribute>()
           where !Empty.Contains(route.Template)
           select (route.Template, (IReadOnlyList<(string, Type)>)
           [
               .. from property in type.GetProperties()
                  let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
                  where query is not null
                  select (query.Name ?? property.Name, property.PropertyType),
           ]);

    /// <summary>First the page alone, then with each of its parameters pointing to another user's data.</summary>
    private static IEnumerable<string> Ways((string Template, IReadOnlyList<(string Name, Type Type)> Query) page, Canary canary)
    {
        var path = Parameter().Replace(page.Template, canary.PlaylistId.ToString(CultureInfo.InvariantCulture)).TrimStart('/');
        yield return path;
        foreach (var (name, type) in page.Query)
        {
            string[] values = Values.TryGetValue(name, out var known) ? known
                : type == typeof(string) ? [Canary.Mark]
                : [canary.PlaylistId.ToString(CultureInfo.InvariantCulture), canary.UserId.ToString(CultureInfo.InvariantCulture)];
            foreach (var value in values)
            {
                yield return $"{path}?{name}={value}";
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
