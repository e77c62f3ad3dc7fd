using Spotter.Core.Facts;

namespace Spotter.Tests.Core.Facts;

public sealed class ServerNameTests
{
    [Theory]
    [InlineData("navidrome", "Navidrome")]
    [InlineData("NAVIDROME", "Navidrome")]
    [InlineData("gonic", "gonic")]
    [InlineData("My server-2_0.1", "My server-2_0.1")]
    [InlineData("012345678901234567890123456789", "012345678901234567890123456789")]
    [InlineData("0123456789012345678901234567890", null)]
    [InlineData("<b>gonic</b>", null)]
    [InlineData("<", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Is_what_the_server_calls_itself_where_that_is_a_name(string? type, string? own)
        => Assert.Equal(own, ServerName.Of(type).Own);

    [Fact]
    public void Stands_in_sentences_with_and_without_a_name()
    {
        Assert.Equal(("gonic", "in gonic", "gonic"), Words(new("gonic")));
        Assert.Equal(("The music server", "on the music server", "the music server"), Words(new(null)));
    }

    private static (string AtStart, string Place, string Within) Words(ServerName name) => (name.AtStart, name.Place, $"{name}");
}
