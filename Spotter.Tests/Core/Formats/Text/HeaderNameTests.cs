using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class HeaderNameTests
{
    [Theory]
    [InlineData("Artist Name(s)", "artistnames")]
    [InlineData("Künstler", "kunstler")]
    [InlineData("Ku\u0308nstler", "kunstler")]
    [InlineData("Título 2", "titulo2")]
    [InlineData("Ｔitle", "title")]
    [InlineData("曲名", "曲名")]
    [InlineData("№ — ★", "no")]
    [InlineData("", "")]
    public void Names_are_compared_by_their_letters_and_digits(string name, string key) => Assert.Equal(key, HeaderName.Normalize(name));
}
