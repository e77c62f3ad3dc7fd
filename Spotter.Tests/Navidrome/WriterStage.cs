using System.Text.RegularExpressions;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome;

namespace Spotter.Tests.Navidrome;

/// <summary>
/// The stage for a writer's scenario, on a server that may belong to somebody. Each list that it creates carries a token in its name and is
/// deleted at the end, even after a failure. Nothing else is touched.
/// </summary>
/// <param name="provider">The provider for the user who was created for these tests.</param>
/// <param name="songs">The songs of the server, at least five.</param>
/// <param name="longList">How many songs a long list has here.</param>
internal sealed partial class WriterStage(NavidromeProvider provider, IReadOnlyList<Song> songs, int longList = WriterStage.MoreThanOneCall) : IAsyncDisposable
{
    /// <summary>A form may have 10,000 parameters, including the login, if the server is written in Go.</summary>
    public const int MoreThanOneCall = 12_000;

    private const string Mark = "spotter-test-";

    private readonly string _token = $"{Mark}{Guid.NewGuid():N}";

    public NavidromeProvider Provider => provider;

    public IReadOnlyList<Song> Songs => songs;

    public int LongList => longList;

    /// <summary>The name of a list with the token.</summary>
    public string Name(string name) => $"{name} {_token}";

    /// <summary>The lists that were created here, and no others.</summary>
    public async Task<IReadOnlyList<TargetSummary>> ListsAsync()
        => [.. (await provider.ListTargetsAsync(default)).Where(list => list.IsOwn && list.Name.Contains(_token, StringComparison.Ordinal))];

    /// <summary>Creates a list and returns its id.</summary>
    public async Task<string> CreateAsync(string name, IReadOnlyList<string> songIds)
        => (await provider.SyncPlaylistAsync(Name(name), songIds, default))?.Summary.Id
            ?? Assert.Single(await ListsAsync(), list => list.Name == Name(name)).Id;

    /// <summary>Deletes lists of earlier runs that were killed before they could delete them.</summary>
    public static Task SweepAsync(NavidromeProvider provider) => DeleteAsync(provider, name => Token().IsMatch(name));

    public async ValueTask DisposeAsync() => await DeleteAsync(provider, name => name.Contains(_token, StringComparison.Ordinal));

    /// <summary>If one cannot be deleted, the others still are.</summary>
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
