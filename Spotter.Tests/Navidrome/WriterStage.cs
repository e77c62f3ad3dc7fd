using System.Text.RegularExpressions;
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
internal sealed partial class WriterStage(NavidromeProvider provider, IReadOnlyList<Song> songs, int longList = WriterStage.MoreThanOneCall) : IAsyncDisposable
{
    /// <summary>A form takes 10,000 parameters where the server is written in Go, the login among them.</summary>
    public const int MoreThanOneCall = 12_000;

    private const string Mark = "spotter-test-";

    private readonly string _token = $"{Mark}{Guid.NewGuid():N}";

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

    /// <summary>Deletes the lists that stages of earlier runs made and could not delete any more, since the run was killed.</summary>
    public static Task SweepAsync(NavidromeProvider provider) => DeleteAsync(provider, name => Token().IsMatch(name));

    public async ValueTask DisposeAsync() => await DeleteAsync(provider, name => name.Contains(_token, StringComparison.Ordinal));

    /// <summary>One that cannot be deleted keeps no other from being.</summary>
    private static async Task DeleteAsync(NavidromeProvider provider, Func<string, bool> isMade)
    {
        var failures = new List<Exception>();
        foreach (var list in await MadeAsync())
        {
            try
            {
                await provider.DeletePlaylistAsync(list.Id, default);
            }
            catch (ProviderException failure)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"Left on the server: {string.Join(", ", (await MadeAsync()).Select(list => list.Name))}", failures);
        }

        async Task<List<TargetSummary>> MadeAsync() => [.. (await provider.ListTargetsAsync(default)).Where(list => list.IsOwn && isMade(list.Name))];
    }

    [GeneratedRegex($"{Mark}[0-9a-f]{{32}}")]
    private static partial Regex Token();
}
