namespace Spotter.Core.Persistence;

/// <summary>
/// The queue before a database that takes one writer at a time. Nobody overtakes and nobody blocks a thread. Whoever waits while the queue moves
/// waits on; where it has stood still for too long, as behind a writer that itself waits here, the wait ends with an error.
/// </summary>
/// <param name="patience">For how long the queue may stand still.</param>
/// <param name="clock">Measures that.</param>
public sealed class WriterQueue(TimeSpan patience, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private Guid? _writer;
    private long _movedAt;

    /// <summary>How many wait now.</summary>
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

    /// <summary>Waits until it is this writer's turn. Whoever has it already goes on at once.</summary>
    /// <param name="writer">Who; the same name gives the turn back.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
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

    /// <summary>Gives the turn to the next. Nothing happens where it is not this writer's.</summary>
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
                // Others had their turn meanwhile: ours comes.
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
                // Its turn came at the moment in which it gave up.
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
