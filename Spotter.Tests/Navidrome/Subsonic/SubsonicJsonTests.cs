using System.Text.Json;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicJsonTests
{
    [Theory]
    [InlineData("an array", """{"song":[{"id":"1"},{"id":"2"}]}""", 2)]
    [InlineData("one element without its array", """{"song":{"id":"1"}}""", 1)]
    [InlineData("absent", "{}", 0)]
    [InlineData("null", """{"song":null}""", 0)]
    [InlineData("null among the elements", """{"song":[null,{"id":"1"}]}""", 1)]
    public void A_list_may_come_in_every_shape(string reason, string json, int count)
        => Assert.True(count == (Read<SearchResult>(json).Song ?? []).Count, reason);

    [Fact]
    public void A_list_of_null_is_empty_and_not_nothing()
        => Assert.Equal([], Read<WirePlaylist>("""{"id":"1","entry":null}""").Entry);

    [Theory]
    [InlineData("""{"id":"17"}""", "17")]
    [InlineData("""{"id":17}""", "17")]
    [InlineData("""{"id":90071992547409931}""", "90071992547409931")]
    [InlineData("""{"id":null}""", null)]
    public void An_id_may_be_a_number(string json, string? id) => Assert.Equal(id, Read<Child>(json).Id);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    public void A_boolean_may_stand_in_quotes(string json, bool expected)
        => Assert.Equal(expected, Read<SubsonicUser>($"{{\"adminRole\":{json}}}").AdminRole);

    [Theory]
    [InlineData("215", 215L)]
    [InlineData("\"215\"", 215L)]
    [InlineData("215.9", 215L)]
    [InlineData("\"\"", null)]
    [InlineData("{}", null)]
    [InlineData("1e300", null)]
    public void A_number_may_stand_in_quotes(string json, long? expected)
        => Assert.Equal(expected, Read<Child>($"{{\"duration\":{json}}}").Duration);

    [Theory]
    [InlineData("2026-11-22T20:50:25.123456789Z", "2026-11-22T20:50:25.1234567+00:00")]
    [InlineData("2026-11-22T20:50:25+02:00", "2026-11-22T20:50:25.0000000+02:00")]
    [InlineData("2026-11-22T20:50:25", "2026-11-22T20:50:25.0000000+00:00")]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void A_moment_may_have_nine_digits_no_zone_or_no_text(string text, string? expected)
        => Assert.Equal(expected, Read<WirePlaylist>($"{{\"changed\":\"{text}\"}}").Changed?.ToString("o"));

    [Theory]
    [InlineData("""{"isrc":["a","b"]}""", "a b")]
    [InlineData("""{"isrc":"a"}""", "a")]
    [InlineData("""{"isrc":[]}""", "")]
    [InlineData("{}", "")]
    public void Codes_may_be_one_or_several(string json, string expected) => Assert.Equal(expected, string.Join(' ', Read<Child>(json).Isrc ?? []));

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, SubsonicJson.Options)!;
}
