using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Sync;

/// <summary>Renews a lease during its run, and cancels the run if that fails: a run without a lease must not write.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _run;
    private readonly CancellationTokenSource _keeping = new();
    private readonly Task _loop;

    public LeaseKeeper(SyncLeases leases, SyncLease lease, TimeSpan every, TimeProvider clock, CancellationToken cancellationToken)
    {
        _run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _loop = KeepAsync(leases, lease, every, clock);
    }

    /// <summary>Cancelled when the lease is lost or the process stops.</summary>
    public CancellationToken Token => _run.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _keeping.CancelAsync();
        await _loop;
        _keeping.Dispose();
        _run.Dispose();
    }

    private async Task KeepAsync(SyncLeases leases, SyncLease lease, TimeSpan every, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(every, clock);
        var failures = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(_keeping.Token))
            {
                try
                {
                    await leases.RenewAsync(lease, _keeping.Token);
                    failures = 0;
                }
                catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException && ++failures < 3)
                {
                    // The database is busy: there are three more quarters of the lease to try again in.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (Exception exception) when (exception is LeaseLostException or DbUpdateException or System.Data.Common.DbException)
        {
            IsLost = true;
            await _run.CancelAsync();
        }
    }
}
