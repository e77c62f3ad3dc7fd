namespace Spotter.Tests.Core.Formats.Readers;

public sealed class LooseQuotesTests
{
    [Theory]
    [InlineData("blanks before a quote", "TITLE, ARTIST\n\"Nine Lives\", \"Ada\"\n\"Over, and out\", \"Bo, the Elder\"\n", "Nine Lives / Ada|Over, and out / Bo, the Elder")]
    [InlineData("quotes that nobody doubled", "\"Title\",\"Artist\"\n\"No \"Bread\"\",\"Ada\"\n\"Low (from \"Tides\" the film)\",\"Bo\"\n\"Plain\",\"Kari\"\n", "No \"Bread\" / Ada|Low (from \"Tides\" the film) / Bo|Plain / Kari")]
    [InlineData("a comma behind such a quote", "\"Title\",\"Artist\"\n\"Low (from \"Tides\", the film)\",\"Bo\"\n", "Low (from \"Tides\", the film) / Bo")]
    [InlineData("some doubled, some not", "\"Title\",\"Artist\"\n\"He said \"\"hi\"\"\",\"Ada\"\n\"She said \"ho\" twice\",\"Bo\"\n", "He said \"hi\" / Ada|She said \"ho\" twice / Bo")]
    [InlineData("quotes in cells without", "Title,Artist\n12\" Mix,Ada\n\"Heroes\" again,Bo\n", "12\" Mix / Ada|\"Heroes\" again / Bo")]
    [InlineData("an empty cell between quoted ones", "\"Artist\",\"Album\",\"Title\"\n\"Ada\",,\"Nine \"Lives\"\"\n\"Bo\",\"Tides\",\"Low\"\n", "Nine \"Lives\" / Ada|Low / Bo")]
    [InlineData("a comma that is prose", "Title,Artist\nHow Near, How Far,Ada\nOne,Bo\n", "How Near, How Far / Ada|One / Bo")]
    public void What_is_clear_to_a_reader_is_read(string reason, string text, string expected)
    {
        var rows = string.Join('|', Assert.Single(Samples.ReadText(text, "x.csv")).Tracks.Select(track => $"{track.Title} / {track.ArtistLine}"));

        Assert.True(expected == rows, $"{reason}: {rows}");
    }
}
