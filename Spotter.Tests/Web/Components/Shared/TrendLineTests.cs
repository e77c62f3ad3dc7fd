using Bunit;
using MudBlazor.Services;
using Spotter.Web.Components.Shared;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class TrendLineTests : BunitContext
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public TrendLineTests()
    {
        Services.AddMudServices();
        Services.AddFactWording();
    }

    [Theory]
    [InlineData("0,21 60,12 120,3", 50.0, 60.0, 70.0)]
    [InlineData("0,3 120,3", 90.0, 90.0)]
    [InlineData("0,3 120,4.8", 100.0, 99.0)]
    public void The_line_rises_with_the_share_and_a_small_difference_stays_small(string points, params double[] values)
        => Assert.Equal(points, Draw(values).Find("polyline").GetAttribute("points"));

    [Fact]
    public void The_same_values_are_a_table()
    {
        var rows = Draw(62.5, 100).FindAll("tbody tr");

        Assert.Equal(["Sunday 1 March 2026, 12:00 62.5 %", "Sunday 1 March 2026, 13:00 100 %"], rows.Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public void One_value_is_no_trend() => Assert.Empty(Draw(50).Nodes.OfType<AngleSharp.Dom.IElement>());

    private IRenderedComponent<TrendLine> Draw(params double[] values) => Render<TrendLine>(parameters => parameters
        .Add(line => line.Caption, "Matched")
        .Add(line => line.Points, [.. values.Select((value, i) => new TrendPoint(_noon.AddHours(i), value))]));
}
