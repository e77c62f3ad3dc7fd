using Microsoft.AspNetCore.Components;
using Spotter.Core.Events;
using Spotter.Web.Access;

namespace Spotter.Web.Components;

/// <summary>
/// A component that listens to the event bus while it is on the page. Events are collected for a moment: however many arrive, each handler
/// runs once for them, no two handlers run at the same time, and the component is rendered once afterwards. If the database or a server
/// fails, the component reports it once and retries until the handler succeeds, so that the page corrects itself. Meanwhile it shows what
/// it knew.
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

    /// <summary>Cancelled when the component leaves the page. For reads only: a command that was clicked runs anyway.</summary>
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

    /// <summary>Reads again when events pass the filter: only once, even if the same read follows several kinds of events.</summary>
    protected void Follow<TEvent>(Func<TEvent, bool> filter, Func<Task> read)
        where TEvent : IUserEvent
        => Listen(read, filter, keepsAll: false, _ => read());

    /// <summary>Reads again after events of one kind.</summary>
    protected void Follow<TEvent>(Func<Task> read)
        where TEvent : IUserEvent
        => Follow<TEvent>(_ => true, read);

    /// <summary>Runs the handler for all collected events of one kind for this user, in their order, without duplicates.</summary>
    protected void FollowAll<TEvent>(Func<IReadOnlyList<TEvent>, Task> handler)
        where TEvent : IUserEvent
        => Listen<TEvent>(new object(), _ => true, keepsAll: true, events => handler([.. events.Cast<TEvent>()]));

    /// <summary>Disposes something when the component leaves the page.</summary>
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

    /// <summary>Override to release what is not a subscription.</summary>
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
            // The user has left the page, so there is nobody to tell.
        }
#pragma warning disable CA1031 // A handler's error belongs to the circuit, which shows it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Runs the remaining handlers. Returns why the first of those still left failed, or null if none is left.</summary>
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
