using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

/// <summary>
/// Whether the music server could be reached at the last contact, whoever had it and for whatever: a sync, a sign-in, the wait for its events. Only a change is
/// stored. Once it answers again every account is looked at, so that nothing waits for the schedule that failed meanwhile.
/// </summary>
public sealed class ServerContacts(IDbContextFactory<SpotterDbContext> contexts, IAccountScheduler scheduler, EventBus bus, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile Contact _known;

    private enum Contact
    {
        /// <summary>This process has had none.</summary>
        None,

        /// <summary>The server answered.</summary>
        Answered,

        /// <summary>It did not.</summary>
        Failed,
    }

    /// <summary>The server has answered, if only with a refusal.</summary>
    /// <param name="address">Its address, as configured.</param>
    public async Task NoteAnswerAsync(string address)
    {
        if (_known == Contact.Answered)
        {
            return;
        }

        var returned = await ChangeAsync(address, Contact.Answered, account => account.ServerProblem is not null, account =>
        {
            // The library could not be read for the same reason.
            account.Library.Error = account.Library.Error == account.ServerProblem ? null : account.Library.Error;
            (account.ServerProblem, account.ServerAwaySince) = (null, null);
        });
        foreach (var account in returned.Where(account => !account.NeedsSignIn))
        {
            scheduler.NudgeAccount(account.Id, account.UserName);
        }
    }

    /// <summary>The server could not be reached, or did not answer as a music server does.</summary>
    /// <param name="address">Its address, as configured.</param>
    /// <param name="problem">Why.</param>
    public async Task NoteFailureAsync(string address, Fact problem)
    {
        if (_known == Contact.Failed)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await ChangeAsync(address, Contact.Failed, account => account.ServerProblem is null, account => (account.ServerProblem, account.ServerAwaySince) = (problem, now));
    }

    /// <summary>Has the user's accounts looked at now, ahead of the schedule.</summary>
    public async Task LookNowAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.Where(account => account.UserId == userId && !account.NeedsSignIn).ToListAsync(cancellationToken);
        accounts.ForEach(account => account.Library.LookAgainAt = clock.GetUtcNow()); // whatever becomes of the nudge, the recovery looks
        await db.SaveChangesAsync(cancellationToken);
        accounts.ForEach(account => scheduler.NudgeAccount(account.Id, account.UserName));
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Stores the change with the accounts that it concerns, and returns those.</summary>
    private async Task<IReadOnlyList<Account>> ChangeAsync(string address, Contact contact, Func<Account, bool> concerns, Action<Account> change)
    {
        await _gate.WaitAsync();
        try
        {
            if (_known == contact)
            {
                return [];
            }

            await using var db = await contexts.CreateDbContextAsync();
            var accounts = (await db.Accounts.Where(account => account.ServerUrl == address).ToListAsync()).FindAll(account => concerns(account));
            accounts.ForEach(change);
            await db.SaveChangesAsync();
            _known = contact;
            foreach (var userId in accounts.Select(account => account.UserId).Distinct())
            {
                bus.Publish(new ServerContactChanged(userId));
            }

            return accounts;
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            // The database cannot be written now. The next contact says it again.
            return [];
        }
        finally
        {
            _gate.Release();
        }
    }
}
