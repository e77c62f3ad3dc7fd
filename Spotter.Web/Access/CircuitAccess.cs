using System.Data.Common;
using System.Security.Claims;
using Spotter.Core.Events;

namespace Spotter.Web.Access;

/// <summary>
/// Checks whether the visitor of this circuit is still signed in. A circuit outlives the request that opened it, so it checks by itself: at
/// its beginning, when sessions of its user change, and now and then while it is used. After a sign-out it shows nothing more and accepts
/// nothing more.
/// </summary>
public sealed class CircuitAccess(AccessCheck access, EventBus bus, TimeProvider time) : IDisposable
{
    /// <summary>How old the last check may be when somebody clicks.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);

    private Visitor? _visitor;
    private IDisposable? _subscription;
    private Func<Task> _ended = () => Task.CompletedTask;
    private long _askedAt;
    private volatile bool _isOver;

    /// <summary>Whether the visitor was signed out.</summary>
    public bool IsOver => _isOver;

    /// <summary>Sets the visitor, and checks whether they are signed in.</summary>
    /// <param name="principal">The visitor.</param>
    /// <param name="ended">Called after a sign-out, to remove the pages.</param>
    public async Task BeginAsync(ClaimsPrincipal principal, Func<Task> ended)
    {
        if (Visitor.Find(principal) is not { } visitor)
        {
            return;
        }

        (_visitor, _ended) = (visitor, ended);

        // Subscribe first, then check, so that a sign-out in between is not missed.
        _subscription = bus.Subscribe<SessionsChanged>(visitor.UserId, OnChanged);
        await AskAsync(isUse: true);
    }

    /// <summary>Whether input from the browser may be processed.</summary>
    public async ValueTask<bool> HearsAsync()
    {
        if (!_isOver && _visitor is not null && Math.Abs(time.GetUtcNow().UtcTicks - Volatile.Read(ref _askedAt)) >= FreshFor.Ticks)
        {
            await AskAsync(isUse: true);
        }

        return !_isOver;
    }

    public void Dispose() => _subscription?.Dispose();

    // The bus does not wait for pages.
    private void OnChanged(SessionsChanged changed) => _ = AskAsync(isUse: false);

    private async Task AskAsync(bool isUse)
    {
        try
        {
            Volatile.Write(ref _askedAt, time.GetUtcNow().UtcTicks);
            if (_isOver || await access.HoldsAsync(_visitor!, isUse, CancellationToken.None))
            {
                return;
            }
        }
        catch (DbException)
        {
            // The database cannot answer right now: check again at the next use.
            Volatile.Write(ref _askedAt, 0);
            return;
        }

        _isOver = true;
        await _ended();
    }
}
