using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>What must hold for writing on every server, also on one that contains anything else.</summary>
internal static class WriterScenarios
{
    public static IReadOnlyList<string> Titles { get; } =
    [
        "Plain", "夜の水族館", "Трамвай до моря", "Θάλασσα πλάτη", "مراكب الليل", "작은 등대", "Źdźbło", "ลมหนาว", "नदी का गीत", "Rock 'n' \"Roll\" & more; 50% + 1 = ?",
        "e\u0301te\u0301", "🎧 Night",
    ];

    public static IReadOnlyDictionary<string, Func<WriterStage, Task>> All { get; } = new Dictionary<string, Func<WriterStage, Task>>
    {
        ["the whole life of a playlist"] = LiveAsync,
        ["names and comments in any script"] = NameAsync,
        ["titles in any script"] = ReadTitlesAsync,
        ["more tracks than one call takes"] = GrowAsync,
        ["a song that is not there"] = MissAsync,
        ["a playlist that is gone"] = LoseAsync,
        ["the same name twice"] = DoubleAsync,
        ["rows by their position"] = EditRowsAsync,
    };

    private static async Task LiveAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        List<string> first = [songs[2].Id, songs[0].Id, songs[2].Id];
        var id = await stage.CreateAsync("Mine", first);
        Assert.Equal(first, (await provider.ReadTargetAsync(id, default))!.SongIds);

        await provider.UpdateDetailsAsync(id, stage.Name("Renamed"), "made by a test", default);
        List<string> second = [songs[4].Id, songs[2].Id, songs[3].Id, songs[3].Id];
        var replaced = await provider.UpdatePlaylistTracksAsync(id, stage.Name("Renamed"), second, default);
        Assert.Equal(second, replaced.SongIds);
        Assert.Equal((id, stage.Name("Renamed"), "made by a test", true), (replaced.Summary.Id, replaced.Summary.Name, replaced.Summary.Comment, replaced.Summary.IsOwn));

        Assert.Empty((await provider.UpdatePlaylistTracksAsync(id, stage.Name("Renamed"), [], default)).SongIds);
        Assert.Empty((await provider.UpdatePlaylistTracksAsync(id, stage.Name("Renamed"), [], default)).SongIds);
        Assert.Equal(first, (await provider.UpdatePlaylistTracksAsync(id, stage.Name("Renamed"), first, default)).SongIds);

        await provider.DeletePlaylistAsync(id, default);
        await provider.DeletePlaylistAsync(id, default);
        Assert.Null(await provider.ReadTargetAsync(id, default));
        Assert.Empty(await stage.ListsAsync());
    }

    private static async Task NameAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        foreach (var title in Titles)
        {
            var id = await stage.CreateAsync(title, [songs[0].Id]);
            await provider.UpdateDetailsAsync(id, stage.Name(title + " again"), $"about {title}\nand more", default);
            var summary = (await provider.ReadTargetAsync(id, default))!.Summary;
            Assert.Equal((stage.Name(title + " again"), $"about {title}\nand more"), (summary.Name, summary.Comment));
            await provider.DeletePlaylistAsync(id, default);
        }
    }

    private static async Task ReadTitlesAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        List<Song> some = [.. songs.Take(100).Reverse()];
        var id = await stage.CreateAsync("Mine", [.. some.Select(song => song.Id)]);
        Assert.Equal(some.Select(song => song.Title), (await provider.ReadTargetAsync(id, default))!.Entries.Select(entry => entry.Title));
    }

    private static async Task GrowAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        List<string> wanted = [.. Enumerable.Range(0, stage.LongList).Select(i => songs[i * 7 % songs.Count].Id)];
        var made = await LongWrites.WriteAsync(provider, null, stage.Name("Long"), wanted);
        Assert.Equal(wanted, made.SongIds);

        var id = made.Summary.Id;
        wanted.Reverse();
        Assert.Equal(wanted, (await LongWrites.WriteAsync(provider, id, stage.Name("Long"), wanted)).SongIds);
        Assert.Single((await provider.UpdatePlaylistTracksAsync(id, stage.Name("Long"), [songs[1].Id], default)).SongIds);
    }

    /// <summary>The missing song is accepted silently or refused. The known songs are not lost while the others do not arrive.</summary>
    private static async Task MissAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        List<string> known = [songs[0].Id, songs[1].Id];
        var id = await stage.CreateAsync("Mine", known);
        var unknown = Guid.TryParse(songs[0].Id, out _) ? Guid.NewGuid().ToString() : songs[0].Id.StartsWith("tr-", StringComparison.Ordinal) ? "tr-999999999" : "unknown";
        try
        {
            Assert.Equal([songs[1].Id, songs[2].Id], (await provider.UpdatePlaylistTracksAsync(id, stage.Name("Mine"), [songs[1].Id, unknown, songs[2].Id], default)).SongIds);
        }
        catch (ProviderException refusal)
        {
            Assert.Equal(ProviderFailure.NotFound, refusal.Failure);
            Assert.Equal(known, (await provider.ReadTargetAsync(id, default))!.SongIds);
        }
    }

    private static async Task LoseAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        var id = await stage.CreateAsync("Mine", [songs[0].Id]);
        await provider.DeletePlaylistAsync(id, default);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync(id, stage.Name("Mine"), [songs[1].Id], default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Empty(await stage.ListsAsync());
    }

    /// <summary>Edits rows through Navidrome's own interface, if it exists and can be reached.</summary>
    private static async Task EditRowsAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        List<string> rows = [songs[0].Id, songs[1].Id, songs[2].Id, songs[1].Id, songs[3].Id, songs[4].Id];
        var id = await stage.CreateAsync("Mine", rows);
        if (!provider.MayEditRows || !await CanEditAsync())
        {
            return;
        }

        Assert.False(await provider.HoldsRowsAsync(id, [.. rows.Skip(1)], [1, 3], default));
        await provider.RemoveRowsAsync(id, [1, 3], default);
        await provider.AppendAsync(id, [songs[1].Id], default);
        await provider.MoveRowAsync(id, 4, 0, default);
        await provider.MoveRowAsync(id, 1, 3, default);
        await provider.RemoveRowsAsync(id, [4], default);

        Assert.Equal([songs[1].Id, songs[2].Id, songs[3].Id, songs[0].Id], (await provider.ReadTargetAsync(id, default))!.SongIds);

        async Task<bool> CanEditAsync()
        {
            try
            {
                return await provider.HoldsRowsAsync(id, rows, [1, 3], default);
            }
            catch (ProviderException)
            {
                // A proxy lets only the Subsonic API through.
                return false;
            }
        }
    }

    private static async Task DoubleAsync(WriterStage stage)
    {
        var (provider, songs) = (stage.Provider, stage.Songs);
        await provider.SyncPlaylistAsync(stage.Name("Mine"), [songs[0].Id], default);
        await provider.SyncPlaylistAsync(stage.Name("Mine"), [songs[1].Id], default);
        Assert.Equal([stage.Name("Mine"), stage.Name("Mine")], (await stage.ListsAsync()).Select(list => list.Name));
    }
}
