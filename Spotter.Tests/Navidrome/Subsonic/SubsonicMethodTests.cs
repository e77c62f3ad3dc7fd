using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicMethodTests
{
    [Theory]
    [InlineData("a read", "search3", "query", true)]
    [InlineData("a creation makes a second list", "createPlaylist", "name songId", false)]
    [InlineData("a replacement ends the same", "createPlaylist", "playlistId name songId", true)]
    [InlineData("name and comment end the same", "updatePlaylist", "playlistId name comment", true)]
    [InlineData("an addition adds twice", "updatePlaylist", "playlistId songIdToAdd", false)]
    [InlineData("a removal removes the next one", "updatePlaylist", "playlistId songIndexToRemove", false)]
    [InlineData("a deletion ends the same", "deletePlaylist", "id", true)]
    [InlineData("what nobody thought of is not repeated", "startScan", "", false)]
    public void Only_what_ends_the_same_may_be_sent_twice(string reason, string method, string parameters, bool expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1/music/rest/{method}.view?f=json")
        {
            Content = new SubsonicForm([.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => KeyValuePair.Create(name, "1"))]),
        };

        Assert.True(SubsonicMethod.MayRepeat(request) == expected, reason);
    }

    [Fact]
    public async Task Repeated_parameters_keep_their_order_and_special_characters_are_escaped()
    {
        using var form = new SubsonicForm([new("songId", "b;1"), new("songId", "a&2"), new("name", "Ünï ✓ +")]);

        Assert.Equal("songId=b%3B1&songId=a%262&name=%C3%9Cn%C3%AF+%E2%9C%93+%2B", await form.ReadAsStringAsync());
    }
}
