using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Playlists;

public sealed class WrittenSongTests
{
    private static readonly WrittenSong Written = new(new Song { Id = "old", Title = "Paper Lanterns" });

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Neither_a_hidden_song_nor_one_with_a_new_id_is_seen_in_the_list(bool isAbsent, bool hasNewId, bool isHidden)
        => Assert.Equal(new TargetEntry("old") { IsUsers = true, IsAbsent = isHidden }, (Written with { IsUsers = true, IsAbsent = isAbsent, HasNewId = hasNewId }).ToEntry());

    [Fact]
    public void A_song_has_a_new_id_from_its_change_on()
    {
        var same = Written.With(Written.Song with { Title = "Retitled" });
        Assert.Equal((false, "Retitled"), (same.HasNewId, same.Song.Title));

        var changed = same.With(same.Song with { Id = "new" });
        Assert.True(changed.HasNewId);
        Assert.True(changed.With(changed.Song with { Title = "Again" }).HasNewId);
    }
}
