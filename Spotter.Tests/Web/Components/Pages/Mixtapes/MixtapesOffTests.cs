using Bunit;
using MudBlazor.Services;
using Spotter.Web.Components.Pages.Mixtapes;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Components.Pages.Mixtapes;

public sealed class MixtapesOffTests : BunitContext
{
    public MixtapesOffTests() => Services.AddFactWording().AddMudServices();

    [Fact]
    public void Administrators_see_the_keys_and_others_whom_to_ask()
    {
        var keys = Render<MixtapesOff>(parameters => parameters.Add(p => p.IsAdmin, true)).Markup;
        var word = Render<MixtapesOff>(parameters => parameters.Add(p => p.IsAdmin, false)).Markup;

        Assert.All(new[] { "Mixtapes:Endpoint", "Mixtapes:Model", "Mixtapes:ApiKey" }, key => Assert.Contains(key, keys, StringComparison.Ordinal));
        Assert.DoesNotContain("Mixtapes:", word, StringComparison.Ordinal);
        Assert.Contains("Ask your administrator", word, StringComparison.Ordinal);
    }
}
