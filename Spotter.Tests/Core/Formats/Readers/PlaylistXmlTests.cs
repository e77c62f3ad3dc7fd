using Spotter.Core.Formats.Readers;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class PlaylistXmlTests
{
    [Theory]
    [InlineData("an element", "<playlist>", "playlist")]
    [InlineData("with attributes", "<playlist version=\"1\">", "playlist")]
    [InlineData("closed at once", "<playlist/>", "playlist")]
    [InlineData("in a namespace", "<x:playlist>", "playlist")]
    [InlineData("blanks before it", " \n<playlist>", "playlist")]
    [InlineData("a declaration, a comment and a document type", "<?xml version=\"1.0\"?>\n<!-- <a> -->\n<!DOCTYPE plist PUBLIC \"x\">\n<plist>", "plist")]
    [InlineData("a comment that never ends", "<!-- <a>", "")]
    [InlineData("a declaration that never ends", "<?xml", "")]
    [InlineData("a name that never ends", "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void The_outermost_element_of_a_text_is_known_by_its_beginning(string what, string text, string expected)
        => Assert.True(expected == PlaylistXml.RootOf(text), $"{what}: {PlaylistXml.RootOf(text)}");
}
