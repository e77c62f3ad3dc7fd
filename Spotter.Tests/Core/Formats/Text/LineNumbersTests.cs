using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class LineNumbersTests
{
    [Theory]
    [InlineData("the first line", "ab", 1, 1)]
    [InlineData("a line feed itself", "a\nb", 1, 1)]
    [InlineData("behind a line feed", "a\nb", 2, 2)]
    [InlineData("behind a carriage return", "a\rb", 2, 2)]
    [InlineData("between the two of a line end", "a\r\nb", 2, 1)]
    [InlineData("behind both", "a\r\nb", 3, 2)]
    [InlineData("behind an empty line", "a\r\n\r\nb", 5, 3)]
    [InlineData("a carriage return, and a line feed that does not belong to it", "a\rb\nc", 4, 3)]
    [InlineData("a carriage return at the end", "a\r", 2, 2)]
    [InlineData("behind the end", "a\nb", 99, 2)]
    public void A_place_is_in_the_line_that_an_editor_shows(string where, string text, int index, int line)
        => Assert.True(line == LineNumbers.At(text, index), where);
}
