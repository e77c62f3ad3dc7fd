namespace Spotter.Core.Persistence;

/// <summary>
/// The queue for a database that allows one writer at a time. It is first come, first served, and blocks no thread. A writer waits as long as
/// the queue moves. If it stands still for too long, for example behind a writer that is itself waiting here, the wait ends with an error.
/// </summary>
/// <param name="patience">How long the queue may stand still.</param>
/// <param name="clock">Measures the time.</param>
public sealed class WriterQueue(TimeSpan patience, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private Guid? _writer;
    private long _movedAt;

    /// <summary>The number of writers waiting now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits for the writer's turn. Returns at once if it already has the turn.</summary>
    /// <param name="writer">Identifies the writer. Pass the same id to <see cref="Leave"/>.</param>
    /// <param name="cancellationToken">Stops waiting and leaves the queue.</param>
    /// <exception cref="DatabaseBusyException">The queue stood still for too long.</exception>
    public async Task EnterAsync(Guid writer, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (_writer is null)
            {
                Admit(writer);
                return;
            }

            if (_writer == writer)
            {
                return;
            }

            waiter = new(writer);
            _waiting.AddLast(waiter);
        }

        try
        {
            await WaitAsync(waiter, cancellationToken);
        }
        catch
        {
            Abandon(waiter);
            throw;
        }
    }

    /// <summary>Ends the writer's turn and begins the next one. Does nothing if it is not this writer's turn.</summary>
    public void Leave(Guid writer)
    {
        lock (_gate)
        {
            if (_writer == writer)
            {
                AdmitNext();
            }
        }
    }

    private async Task WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await waiter.Turn.Task.WaitAsync(patience, clock, cancellationToken);
                return;
            }
            catch (TimeoutException) when (HasMoved())
            {
                // Others had a turn in the meantime, so keep waiting.
            }
            catch (TimeoutException)
            {
                throw new DatabaseBusyException();
            }
        }
    }

    private bool HasMoved()
    {
        lock (_gate)
        {
            return clock.GetElapsedTime(_movedAt) < patience;
        }
    }

    private void Abandon(Waiter waiter)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(waiter))
            {
                // It got the turn in the same moment in which it gave up.
                AdmitNext();
            }
        }
    }

    private void AdmitNext()
    {
        _writer = null;
        if (_waiting.First is { Value: var next })
        {
            _waiting.RemoveFirst();
            Admit(next.Writer);
            next.Turn.SetResult();
        }
    }

    private void Admit(Guid writer)
    {
        _writer = writer;
        _movedAt = clock.GetTimestamp();
    }

    private sealed class Waiter(Guid writer)
    {
        public Guid Writer => writer;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
