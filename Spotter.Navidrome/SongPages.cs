using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>
/// The pages of a search, in order, with two of them under way: while one is taken in, the server makes the next. Three are no better. Behind
/// a page that is not full nothing is asked for ahead.
/// </summary>
internal sealed class SongPages(SubsonicClient client, int size, int? total, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int UnderWay = 2;

    private readonly Queue<Task<IReadOnlyList<Child>>> _asked = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _next;

    // Until a page is full there may be nothing behind it; and the first may show that the question is to be put another way.
    private bool _isMoreLikely;

    /// <summary>What is searched for.</summary>
    public required string Query { get; set; }

    /// <summary>How many songs the pages held that were taken so far: where the present page began, and where the next one begins once it is counted.</summary>
    public int Offset { get; private set; }

    /// <summary>The next page.</summary>
    public async Task<IReadOnlyList<Child>> TakeAsync()
    {
        Ask();
        var page = await _asked.Dequeue();
        _isMoreLikely = page.Count == size;
        if (_isMoreLikely)
        {
            // Before the page is taken in: the server need not wait for that.
            Offset += size;
            Ask();
        }
        else
        {
            await SettleAsync(page.Count);
        }

        return page;
    }

    /// <summary>The same place once more, after a page that was empty.</summary>
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
        // Past what the server counts there is nothing to be in a hurry for.
        while (_asked.Count == 0 || (_isMoreLikely && _asked.Count < UnderWay && !(_next >= total)))
        {
            _asked.Enqueue(client.SearchSongsAsync(Query, size, _next, _stop.Token));
            _next += size;
        }
    }

    /// <summary>A page that is not full: what was asked for behind it began at the wrong place.</summary>
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
