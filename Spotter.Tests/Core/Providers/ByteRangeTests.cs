using Spotter.Core.Providers;

namespace Spotter.Tests.Core.Providers;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("from the beginning to the end", 0L, null, 100L, "0-99")]
    [InlineData("the rest", 40L, null, 100L, "40-99")]
    [InlineData("a part", 40L, 49L, 100L, "40-49")]
    [InlineData("one byte", 99L, 99L, 100L, "99-99")]
    [InlineData("more than there is", 90L, 500L, 100L, "90-99")]
    [InlineData("the last bytes", null, 10L, 100L, "90-99")]
    [InlineData("more last bytes than there are", null, 500L, 100L, "0-99")]
    [InlineData("no last bytes", null, 0L, 100L, null)]
    [InlineData("behind the end", 100L, null, 100L, null)]
    [InlineData("the wrong way round", 50L, 40L, 100L, null)]
    [InlineData("nothing of nothing", 0L, null, 0L, null)]
    [InlineData("the end of nothing", null, 10L, 0L, null)]
    public void A_range_is_a_first_and_a_last_byte_of_the_file(string reason, long? from, long? to, long length, string? expected)
        => Assert.True((new ByteRange(from, to).In(length) is (var first, var last) ? $"{first}-{last}" : null) == expected, reason);
}
