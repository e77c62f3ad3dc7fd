using Bunit;
using Spotter.Core.Formats.Histories;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Sources;

namespace Spotter.Tests.Web.Components.Pages.Sources;

public sealed class MostPlayedFormTests : PageTest
{
    private MostPlayed? _value;

    [Fact]
    public async Task Nothing_is_asked_for_until_somebody_chooses()
    {
        var form = Form();
        Assert.Null(_value);

        await form.Find(Id("most-played-on")).ChangeAsync(new() { Value = true });
        Assert.Equal(MostPlayed.Default, _value);

        await form.Find(Id("most-played-on")).ChangeAsync(new() { Value = false });
        Assert.Null(_value);
    }

    [Theory]
    [InlineData("12m", "50", "12m", 50)]
    [InlineData("2024", "0", "2024", 1)]
    [InlineData("all", "99999", "all", 1_000)]
    [InlineData("nonsense", "many", "all", 100)]
    public async Task The_period_and_the_length_are_taken_as_chosen_within_what_is_allowed(string period, string length, string expectedPeriod, int expectedLength)
    {
        var form = Form();

        await form.Find(Id("most-played-on")).ChangeAsync(new() { Value = true });
        form.Render(parameters => parameters.Add(one => one.Value, _value));
        await form.Find(Id("most-played-period")).ChangeAsync(new() { Value = period });
        form.Render(parameters => parameters.Add(one => one.Value, _value));
        await form.Find(Id("most-played-length")).ChangeAsync(new() { Value = length });

        Assert.Equal((expectedPeriod, expectedLength), (_value!.Period.ToString(), _value.Length));
    }

    private IRenderedComponent<MostPlayedForm> Form()
        => Render<MostPlayedForm>(parameters => parameters.Add(form => form.Value, _value).Add(form => form.ValueChanged, value => _value = value));
}
