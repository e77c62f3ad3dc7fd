using System.Globalization;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Wording;

public sealed class MessageTemplateTests
{
    private const string Songs = "{Songs, plural, none {some songs} =0 {no song} one {a song} other {# songs}}";

    [Theory]
    [InlineData("a plain text", "It's # 1.", "It's # 1.")]
    [InlineData("an argument", "'{Name}' it is", "'Ada' it is")]
    [InlineData("an argument with a format", "{Name, loud}!", "ADA!")]
    [InlineData("an argument alone", "{Name}", "Ada")]
    [InlineData("an argument within a choice", "{One, plural, one {{Name} and #} other {}}", "Ada and 1")]
    [InlineData("nothing where a choice has nothing to say", "a{Many, plural, =7 {} other {b}}c", "ac")]
    [InlineData("spaces before and after a choice are kept", "a{One, plural, one { b } other {}}c", "a b c")]
    public void Arguments_take_their_places(string why, string text, string expected)
        => Assert.Equal((why, expected), (why, Fill(text, name => name switch { "Name" => "Ada", "One" => 1, "Many" => 7, _ => null })));

    [Theory]
    [InlineData(null, "some songs")]
    [InlineData(0, "no song")]
    [InlineData(1, "a song")]
    [InlineData(2, "2 songs")]
    public void A_choice_goes_by_the_number(int? songs, string expected) => Assert.Equal(expected, Fill(Songs, _ => songs));

    [Fact]
    public void It_knows_what_it_asks_for_also_within_choices()
        => Assert.Equal(["Name", "Other", "Songs"], MessageTemplate.Parse("{Name}: {Songs, plural, one {{Other}} other {}}").Arguments.Order());

    [Theory]
    [InlineData("{Name")]
    [InlineData("Name}")]
    [InlineData("{}")]
    [InlineData("{Songs, plural, one {a song}}")]
    [InlineData("{Songs, plural, one {a song other {}}")]
    [InlineData("{Songs, select, one {a song} other {}}")]
    public void What_cannot_be_read_is_refused(string text) => Assert.Throws<FormatException>(() => MessageTemplate.Parse(text));

    private static string Fill(string text, Func<string, object?> find)
        => MessageTemplate.Parse(text).Fill(find, (value, format, _) => format == "loud" ? $"{value}".ToUpperInvariant() : $"{value}", CultureInfo.InvariantCulture);
}
