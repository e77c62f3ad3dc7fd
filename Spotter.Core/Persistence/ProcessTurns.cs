using System.Collections.Concurrent;

namespace Spotter.Core.Persistence;

/// <summary>Turns within this process: of those who want the one with the same name, one has it at a time.</summary>
public sealed class ProcessTurns
{
    // Never removed: there is one for each connection whose tokens rotate, which is few and small.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn.</summary>
    /// <returns>The turn, which ends when it is disposed.</returns>
    public async Task<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(name, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IAsyncDisposable
    {
        private int _isOver;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                turn.Release();
            }

            return ValueTask.CompletedTask;
        }
    }
}
