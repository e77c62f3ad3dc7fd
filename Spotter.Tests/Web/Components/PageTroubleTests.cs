using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Playlists;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components;

/// <summary>A click on a page while the database cannot be used reports the failure, leaves the true state on the page, and works
/// afterwards.</summary>
public sealed class PageTroubleTests() : PageTest(Wire)
{
    private FailingDatabase Database => (FailingDatabase)Host.Get<IDbContextFactory<SpotterDbContext>>();

    [Fact]
    public async Task A_switch_stands_as_before_and_can_be_used_again()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", [CoreHost.Track("One")]);
        var page = Render<PlaylistsPage>();
        page.WaitForElement(Id("sync-switch"));
        Database.RefuseNext(int.MaxValue);

        await page.Find(Id("sync-switch")).ChangeAsync(new() { Value = true });

        Told();
        Assert.False(page.Find(Id("sync-switch")).HasAttribute("disabled"));
        Assert.False(page.Find(Id("sync-switch")).HasAttribute("checked"));
        Database.RefuseNext(0);
        await page.Find(Id("sync-switch")).ChangeAsync(new() { Value = true });
        Assert.True((await Host.FindAsync(id)).SyncEnabled);
    }

    [Fact]
    public async Task What_is_done_to_many_keeps_the_selection()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", [CoreHost.Track("One")]);
        var page = Render<PlaylistsPage>();
        await page.WaitForElement("[data-testid=playlist] input[type=checkbox]:not([role=switch])").ChangeAsync(new() { Value = true });
        Database.RefuseNext(int.MaxValue);

        await page.WaitForElement(Id("enable-selected")).ClickAsync(new());

        Told();
        Assert.False(page.Find(Id("enable-selected")).HasAttribute("disabled"));
        Database.RefuseNext(0);
        await page.Find(Id("enable-selected")).ClickAsync(new());
        Assert.True((await Host.FindAsync(id)).SyncEnabled);
    }

    [Fact]
    public async Task A_choice_that_was_not_stored_does_not_look_as_if_it_were()
    {
        var choice = Render<SettingChoice>(parameters => parameters
            .Add(c => c.Title, "Colours").Add(c => c.Text, "Dark or light.").Add(c => c.Value, "dark").Add(c => c.Options, [("dark", "Dark"), ("light", "Light")])
            .Add(c => c.OnChange, _ => { }));
        var drawn = choice.RenderCount;

        await choice.FindAll("input")[1].ChangeAsync(new() { Value = "light" });

        Assert.True(choice.FindAll("input")[0].HasAttribute("checked"));
        Assert.True(choice.RenderCount > drawn);
    }

    private static void Wire(IServiceCollection services)
    {
        var file = (IDbContextFactory<SpotterDbContext>)services.Last(service => service.ServiceType == typeof(IDbContextFactory<SpotterDbContext>)).ImplementationInstance!;
        services.AddSingleton<IDbContextFactory<SpotterDbContext>>(new FailingDatabase(file));
    }

    private void Told()
    {
        var snackbar = Services.GetRequiredService<ISnackbar>();
        Assert.Equal(English.Of(DatabaseTrouble.Busy), Assert.Single(snackbar.ShownSnackbars).Message);
        Assert.False(Renderer.UnhandledException.IsCompleted);
        snackbar.Clear();
    }
}
