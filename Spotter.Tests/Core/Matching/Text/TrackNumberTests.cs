using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class TrackNumberTests
{
    [Theory]
    [InlineData("03 - Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("  03 - Paper Lanterns ", "Paper Lanterns", true)]
    [InlineData("007-Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("123_Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03 Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03. Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03) Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03: Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03 – Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("03 — Paper Lanterns", "Paper Lanterns", true)]
    [InlineData("9 - Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("17 - Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("17-Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("17_Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("A1. Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("D12 - Paper Lanterns", "Paper Lanterns", false)]
    [InlineData("0 - Paper Lanterns", "Paper Lanterns", false)]
    public void Is_cut_off(string title, string rest, bool isPadded)
    {
        Assert.Equal(rest, TrackNumber.Behind(title, out var padded));
        Assert.Equal(isPadded, padded);
    }

    [Theory]
    [InlineData("99 Problems")]
    [InlineData("7-11")]
    [InlineData("24 Hours")]
    [InlineData("007 Paper Lanterns")]
    [InlineData("9-Paper Lanterns")]
    [InlineData("17.Paper Lanterns")]
    [InlineData("17 -Paper Lanterns")]
    [InlineData("A12-Paper Lanterns")]
    [InlineData("E1. Paper Lanterns")]
    [InlineData("1979 - Paper Lanterns")]
    [InlineData("03 - 1979")]
    [InlineData("03 - ")]
    [InlineData("03")]
    [InlineData("03Paper Lanterns")]
    [InlineData("03 !!!")]
    [InlineData("Paper Lanterns")]
    [InlineData("A")]
    [InlineData("")]
    public void Is_none(string title) => Assert.Null(TrackNumber.Behind(title, out _));
}
