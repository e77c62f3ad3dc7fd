using Microsoft.AspNetCore.Components;
using Spotter.Core.Events;

namespace Spotter.Web.Components;

/// <summary>A component that listens to the event bus while it is on the page.</summary>
public abstract class LiveComponentBase : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<IDisposable> _subscriptions = [];

    [Inject]
    public required EventBus Bus { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    /// <summary>Cancelled when the component leaves the page. For reads; a command that was clicked happens all the same.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>Runs the handler for the user's events that pass the filter, on the circuit, and draws the component afterwards.</summary>
    protected void Follow<TEvent>(Func<TEvent, bool> filter, Func<TEvent, Task> handler)
        where TEvent : IUserEvent
        => _subscriptions.Add(Bus.Subscribe<TEvent>(CurrentUser.Id, e =>
        {
            if (filter(e) && !_gone.IsCancellationRequested)
            {
                // The bus does not wait for pages: whatever comes of it ends in HandleAsync.
                _ = HandleAsync(() => handler(e));
            }
        }));

    /// <summary>Runs the handler for all of the user's events of one kind.</summary>
    protected void Follow<TEvent>(Func<TEvent, Task> handler)
        where TEvent : IUserEvent
        => Follow(_ => true, handler);

    /// <summary>Keeps something until the component leaves the page.</summary>
    protected void Keep(IDisposable subscription) => _subscriptions.Add(subscription);

    public async ValueTask DisposeAsync()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        await _gone.CancelAsync();
        await DisposeAsyncCore();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>For what a component holds beside its subscriptions.</summary>
    protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;

    private async Task HandleAsync(Func<Task> handler)
    {
        try
        {
            await InvokeAsync(async () =>
            {
                if (_gone.IsCancellationRequested)
                {
                    return;
                }

                await handler();
                if (!_gone.IsCancellationRequested)
                {
                    StateHasChanged();
                }
            });
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
}
