using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Web.Components.Shared;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class ExportDialogTests : PageTest
{
    [Fact]
    public async Task The_format_and_the_paths_that_are_chosen_are_those_of_the_file()
    {
        await OpenAsync(new Playlist { Id = 7, Source = "file", RemoteId = "x", Name = "Road trip" });
        Assert.Equal("api/playlists/7/export?format=m3u8", Address());
        Assert.Contains("“Road trip” becomes a file", Dialogs.Markup, StringComparison.Ordinal);

        await Dialogs.Find(Id("export-xspf")).ChangeAsync(new() { Value = "on" });
        Assert.Equal("api/playlists/7/export?format=xspf", Address());

        await Dialogs.Find(Id("export-absolute")).ChangeAsync(new() { Value = "on" });
        Assert.True(Dialogs.Find(Id("export-save")).HasAttribute("disabled"));
        await Dialogs.Find($"{Id("export-folder")} input, input{Id("export-folder")}").InputAsync(new() { Value = "/mnt/my music" });
        Assert.Equal("api/playlists/7/export?format=xspf&paths=absolute&folder=%2Fmnt%2Fmy%20music", Address());
    }

    [Fact]
    public async Task Without_paths_the_dialog_says_so_and_all_playlists_are_one_archive()
    {
        await OpenAsync(null);

        Assert.Equal("api/playlists/export?format=m3u8", Address());
        Assert.Contains("Spotter does not know the paths of your songs yet.", Dialogs.Find(Id("paths-unknown")).TextContent, StringComparison.Ordinal);
    }

    private async Task OpenAsync(Playlist? playlist)
    {
        await Dialogs.InvokeAsync(() => ExportDialog.ShowAsync(Services.GetRequiredService<IDialogService>(), playlist));
        Dialogs.WaitForElement($"a{Id("export-save")}");
    }

    private string? Address() => Dialogs.Find(Id("export-save")).GetAttribute("href");
}
