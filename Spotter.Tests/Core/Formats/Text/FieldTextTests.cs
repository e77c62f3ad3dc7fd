using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" Low Tide ", "Low Tide")]
    [InlineData("Low\nTide", "Low Tide")]
    [InlineData("Low\r\nTide", "Low Tide")]
    [InlineData("Low \nTide", "Low Tide")]
    [InlineData("Low\u2028Tide", "Low Tide")]
    [InlineData("Low\u0085Tide", "Low Tide")]
    [InlineData("Low\u0007Tide", "LowTide")]
    [InlineData("Low\uFEFFTide", "LowTide")]
    [InlineData("Low\uFFFFTide", "LowTide")]
    [InlineData("\n\tLow Tide\n", "Low Tide")]
    [InlineData("\u0007", "")]
    public void A_value_is_one_line_without_control_characters(string? text, string clean)
    {
        Assert.Equal(clean, FieldText.Clean(text));
        Assert.Equal(clean.Length == 0 ? null : clean, FieldText.CleanOrNull(text));
    }

    [Fact]
    public void A_value_may_be_as_long_as_the_limit()
    {
        Assert.False(FieldText.IsTooLong(PlaylistFileLimits.MaxCellLength));
        Assert.True(FieldText.IsTooLong(PlaylistFileLimits.MaxCellLength + 1));
        FieldText.RefuseLongLine(PlaylistFileLimits.MaxCellLength, 3);
        FieldText.RefuseLongField(PlaylistFileLimits.MaxCellLength, 3, "Title");
        Assert.Equal(3, Assert.Throws<PlaylistFileException>(() => FieldText.RefuseLongLine(PlaylistFileLimits.MaxCellLength + 1, 3)).Line);
        Assert.Equal(3, Assert.Throws<PlaylistFileException>(() => FieldText.RefuseLongField(PlaylistFileLimits.MaxCellLength + 1, 3, "Title")).Line);
    }
}
