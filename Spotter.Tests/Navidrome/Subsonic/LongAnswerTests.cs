using System.Text;
using System.Text.Json;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Tests.Navidrome.Subsonic;

/// <summary>Answers longer than one read from the network.</summary>
public sealed class LongAnswerTests
{
    [Fact]
    public async Task An_odd_value_is_passed_over_in_an_answer_that_comes_in_many_pieces()
    {
        var padding = new string('x', 200_000);
        using var answer = new MemoryStream(Encoding.UTF8.GetBytes(
            $$"""{"id":"1","name":"Long","readonly":false,"songCount":null,"changed":{"odd":[1,2]},"comment":{{JsonSerializer.Serialize(padding)}}}"""));

        var playlist = await JsonSerializer.DeserializeAsync<WirePlaylist>(answer, SubsonicJson.Options);

        Assert.Equal(("1", "Long", padding), (playlist!.Id, playlist.Name, playlist.Comment));
    }
}
