using System.Data.Common;
using System.Security.Claims;
using Spotter.Core.Events;

namespace Spotter.Web.Access;

/// <summary>
/// Whether whoever looks at the pages of this circuit is still signed in. A circuit outlives the request that opened it, so it asks for itself: at
/// its begin, when sessions of its user change, and now and then while it is used. One that is over shows nothing more and takes nothing more.
/// </summary>
public sealed class CircuitAccess(AccessCheck access, EventBus bus, TimeProvider time) : IDisposable
{
    /// <summary>How old an answer may be when somebody clicks.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);

    private Visitor? _visitor;
    private IDisposable? _subscription;
    private Func<Task> _ended = () => Task.CompletedTask;
    private long _askedAt;
    private volatile bool _isOver;

    /// <summary>Whether the visitor was signed out.</summary>
    public bool IsOver => _isOver;

    /// <summary>Learns who looks, and whether they may.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="ended">Called once it is over, to take the pages away.</param>
    public async Task BeginAsync(ClaimsPrincipal principal, Func<Task> ended)
    {
        if (Visitor.Find(principal) is not { } visitor)
        {
            return;
        }

        (_visitor, _ended) = (visitor, ended);

        // Listens first, then asks: what ends in between is not missed.
        _subscription = bus.Subscribe<SessionsChanged>(visitor.UserId, OnChanged);
        await AskAsync(isUse: true);
    }

    /// <summary>Whether something that comes from the browser may be heard.</summary>
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
            // The database cannot say at this moment: asked again at the next use.
            Volatile.Write(ref _askedAt, 0);
            return;
        }

        _isOver = true;
        await _ended();
    }
}
