using Microsoft.AspNetCore.Components;
using Spotter.Core.Events;
using Spotter.Web.Access;

namespace Spotter.Web.Components;

/// <summary>
/// A component that listens to the event bus while it is on the page. Events are gathered for a moment: however many come, each handler runs once for them,
/// no two run at a time, and the component is drawn once afterwards. One that meets trouble with the database or a server says so once and is tried again
/// until it has gone well, so that the page is right again by itself; meanwhile it shows what it knew.
/// </summary>
public abstract class LiveComponentBase : SpotterComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<IDisposable> _subscriptions = [];
    private GatheredEvents? _gathered;

    [Inject]
    public required EventBus Bus { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required EventGathering Gathering { get; init; }

    /// <summary>Cancelled when the component leaves the page. For reads; a command that was clicked happens all the same.</summary>
    protected CancellationToken Gone => _gone.Token;

    private GatheredEvents Gathered => _gathered ??= new(Gathering, HandleAsync);

    /// <summary>Runs the handler, on the circuit, for the newest of the user's events that pass the filter.</summary>
    protected void Follow<TEvent>(Func<TEvent, bool> filter, Func<TEvent, Task> handler)
        where TEvent : IUserEvent
        => Listen(new object(), filter, keepsAll: false, events => handler((TEvent)events[^1]));

    /// <summary>Runs the handler for the newest of the user's events of one kind.</summary>
    protected void Follow<TEvent>(Func<TEvent, Task> handler)
        where TEvent : IUserEvent
        => Follow(_ => true, handler);

    /// <summary>Reads again when events pass the filter: once, also where the same read follows several kinds of events.</summary>
    protected void Follow<TEvent>(Func<TEvent, bool> filter, Func<Task> read)
        where TEvent : IUserEvent
        => Listen(read, filter, keepsAll: false, _ => read());

    /// <summary>Reads again after events of one kind.</summary>
    protected void Follow<TEvent>(Func<Task> read)
        where TEvent : IUserEvent
        => Follow<TEvent>(_ => true, read);

    /// <summary>Runs the handler for all of the user's events of one kind that have gathered, equal ones once, in their order.</summary>
    protected void FollowAll<TEvent>(Func<IReadOnlyList<TEvent>, Task> handler)
        where TEvent : IUserEvent
        => Listen<TEvent>(new object(), _ => true, keepsAll: true, events => handler([.. events.Cast<TEvent>()]));

    /// <summary>Keeps something until the component leaves the page.</summary>
    protected void Keep(IDisposable subscription) => _subscriptions.Add(subscription);

    public async ValueTask DisposeAsync()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _gathered?.Dispose();
        await _gone.CancelAsync();
        await DisposeAsyncCore();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>For what a component holds beside its subscriptions.</summary>
    protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;

    private void Listen<TEvent>(object key, Func<TEvent, bool> filter, bool keepsAll, Func<IReadOnlyList<IUserEvent>, Task> handler)
        where TEvent : IUserEvent
    {
        var gathered = Gathered;
        _subscriptions.Add(Bus.Subscribe<TEvent>(CurrentUser.Id, e =>
        {
            if (filter(e))
            {
                gathered.Add(key, e, keepsAll, handler);
            }
        }));
    }

    private async Task HandleAsync(IReadOnlyList<Func<Task>> handlers)
    {
        try
        {
            var left = new Queue<Func<Task>>(handlers);
            for (var isTold = false; await HandleAsync(left) is { } trouble; isTold = true)
            {
                if (!isTold)
                {
                    await InvokeAsync(() => Tell(trouble));
                }

                await Task.Delay(EventGathering.BeforeAnotherTry, Gathering.Clock, Gone);
            }
        }
        catch (Exception) when (_gone.IsCancellationRequested)
        {
            // The page was left meanwhile: nobody is there to be told.
        }
#pragma warning disable CA1031 // An error of a handler belongs to the circuit, which shows it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Runs those that are left, and says what stood in the way of the first that is left then; null where none is.</summary>
    private async Task<string?> HandleAsync(Queue<Func<Task>> left)
    {
        try
        {
            await InvokeAsync(async () =>
            {
                while (!_gone.IsCancellationRequested && left.TryPeek(out var handler))
                {
                    await handler();
                    left.Dequeue();
                }

                if (!_gone.IsCancellationRequested)
                {
                    StateHasChanged();
                }
            });
            return null;
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            return sentence;
        }
    }
}
