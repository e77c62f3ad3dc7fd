using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>
/// The pages of a search, in order, with two requests in flight: while one page is processed, the server prepares the next. Three are no
/// faster. After a page that is not full, nothing is requested ahead.
/// </summary>
internal sealed class SongPages(SubsonicClient client, int size, int? total, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int UnderWay = 2;

    private readonly Queue<Task<IReadOnlyList<Child>>> _asked = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _next;

    // Until a page is full there may be no next one, and the first page may show that the other form of the search is needed.
    private bool _isMoreLikely;

    /// <summary>The search query.</summary>
    public required string Query { get; set; }

    /// <summary>The number of songs on the pages taken so far: where the current page began, and after it is counted, where the next one
    /// begins.</summary>
    public int Offset { get; private set; }

    /// <summary>The next page.</summary>
    public async Task<IReadOnlyList<Child>> TakeAsync()
    {
        Ask();
        var page = await _asked.Dequeue();
        _isMoreLikely = page.Count == size;
        if (_isMoreLikely)
        {
            // Before this page is processed, so that the server does not wait for that.
            Offset += size;
            Ask();
        }
        else
        {
            await SettleAsync(page.Count);
        }

        return page;
    }

    /// <summary>Requests the same page again after an empty one.</summary>
    public async Task<IReadOnlyList<Child>> FetchAgainAsync()
    {
        var page = await client.SearchSongsAsync(Query, size, Offset, cancellationToken);
        await SettleAsync(page.Count);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ForgetAsync();
        _stop.Dispose();
    }

    private void Ask()
    {
        // After the last counted song there is no hurry.
        while (_asked.Count == 0 || (_isMoreLikely && _asked.Count < UnderWay && !(_next >= total)))
        {
            _asked.Enqueue(client.SearchSongsAsync(Query, size, _next, _stop.Token));
            _next += size;
        }
    }

    /// <summary>After a page that is not full, the pages requested ahead began at the wrong offset.</summary>
    private async Task SettleAsync(int count)
    {
        await ForgetAsync();
        Offset += count;
        _next = Offset;
    }

    private async Task ForgetAsync()
    {
        await ((Task)Task.WhenAll(_asked)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _asked.Clear();
    }
}
