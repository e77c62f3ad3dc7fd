using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome;

namespace Spotter.Tests.Navidrome;

/// <summary>
/// Where a scenario of the writer is played: on a server that may be somebody's. Each list that it makes carries a token in its name and is
/// gone at the end, also after a failure; nothing else is touched.
/// </summary>
/// <param name="provider">The provider in the name of the user who was made for it.</param>
/// <param name="songs">The songs of the server, five at least.</param>
/// <param name="longList">How many songs a long list has here.</param>
internal sealed class WriterStage(NavidromeProvider provider, IReadOnlyList<Song> songs, int longList = WriterStage.MoreThanOneCall) : IAsyncDisposable
{
    /// <summary>A form takes 10,000 parameters where the server is written in Go, the login among them.</summary>
    public const int MoreThanOneCall = 12_000;

    private readonly string _token = $"spotter-test-{Guid.NewGuid():N}";

    public NavidromeProvider Provider => provider;

    public IReadOnlyList<Song> Songs => songs;

    public int LongList => longList;

    /// <summary>A name as a list bears it here.</summary>
    public string Name(string name) => $"{name} {_token}";

    /// <summary>The lists that were made here, and no others.</summary>
    public async Task<IReadOnlyList<TargetSummary>> ListsAsync()
        => [.. (await provider.ListTargetsAsync(default)).Where(list => list.IsOwn && list.Name.Contains(_token, StringComparison.Ordinal))];

    /// <summary>Makes a list and gives back its id.</summary>
    public async Task<string> CreateAsync(string name, IReadOnlyList<string> songIds)
        => (await provider.SyncPlaylistAsync(Name(name), songIds, default))?.Summary.Id
            ?? Assert.Single(await ListsAsync(), list => list.Name == Name(name)).Id;

    public async ValueTask DisposeAsync()
    {
        foreach (var list in await ListsAsync())
        {
            await provider.DeletePlaylistAsync(list.Id, default);
        }
    }
}
