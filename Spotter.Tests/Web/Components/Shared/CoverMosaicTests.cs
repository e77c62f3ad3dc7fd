using Bunit;
using MudBlazor.Services;
using Spotter.Web.Components.Shared;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class CoverMosaicTests : BunitContext
{
    public CoverMosaicTests() => Services.AddFactWording().AddMudServices();

    [Fact]
    public void Four_covers_are_one_picture_until_one_turns_out_not_to_be_there()
    {
        var mosaic = Render<CoverMosaic>(parameters => parameters.Add(m => m.Image, null).Add(m => m.Covers, ["a", "b", "c", "d"]).Add(m => m.Name, "Road trip"));
        Assert.Equal(4, mosaic.FindAll("img").Count);

        mosaic.Find("img").TriggerEvent("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());

        Assert.Contains("covers/b", Assert.Single(mosaic.FindAll("img")).GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_cover_is_there_one_letter_is_drawn()
    {
        var mosaic = Render<CoverMosaic>(parameters => parameters.Add(m => m.Image, "a").Add(m => m.Covers, ["b"]).Add(m => m.Name, "Road trip"));

        mosaic.Find("img").TriggerEvent("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());
        mosaic.Find("img").TriggerEvent("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());

        Assert.Empty(mosaic.FindAll("img"));
        Assert.Equal("R", Assert.Single(mosaic.FindAll(".sp-cover-letter")).TextContent);
    }
}
