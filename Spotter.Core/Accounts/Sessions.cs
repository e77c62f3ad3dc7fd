using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

/// <summary>Begins and ends sessions, and checks whether whoever was admitted may still be here.</summary>
public sealed class Sessions(IDbContextFactory<SpotterDbContext> contexts, EventBus bus, TimeProvider clock)
{
    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan IdleFor = TimeSpan.FromDays(30);

    /// <summary>No session is longer than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    /// <summary>The precision of the last use: a write for every request would be too many.</summary>
    private static readonly TimeSpan LastSeenPrecision = TimeSpan.FromHours(1);

    /// <summary>Begins a session, and removes the user's expired ones.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> BeginAsync(SignedIn who, string device, string? address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)), UserId = who.UserId, AccountId = who.AccountId, SignedInAt = now, LastSeenAt = now, Device = device, Address = address,
        };
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var (idle, begun) = (now - IdleFor, now - Longest);
            await db.Sessions.Where(s => s.UserId == who.UserId && (s.LastSeenAt <= idle || s.SignedInAt <= begun)).ExecuteDeleteAsync(cancellationToken);
            db.Sessions.Add(session);
            await db.SaveChangesAsync(cancellationToken);
        }

        bus.Publish(new SessionsChanged(who.UserId));
        return session.Id;
    }

    /// <summary>Whether somebody who was admitted may still be here: the session has not ended, the user was not signed out everywhere, and the account is unchanged.</summary>
    /// <param name="who">As they were when they were admitted.</param>
    /// <param name="serverUrl">The address of the music server that is valid, or null for any.</param>
    /// <param name="isUse">Whether this is an action of theirs, which keeps the session alive.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public async Task<bool> HoldsAsync(Presence who, string? serverUrl, bool isUse, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (idle, begun) = (now - IdleFor, now - Longest);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = db.Accounts.Where(a => a.Id == who.AccountId && a.UserId == who.UserId && a.UserName == who.UserName && a.IsAdmin == who.IsAdmin
            && !a.NeedsSignIn && a.SignOutCount == who.SignOutCount && (serverUrl == null || a.ServerUrl == serverUrl));
        if (who.SessionId is not { } id)
        {
            return await accounts.AnyAsync(cancellationToken);
        }

        var session = await db.Sessions.AsNoTracking()
            .Where(s => s.Id == id && s.LastSeenAt > idle && s.SignedInAt > begun && accounts.Any(a => a.Id == s.AccountId))
            .SingleOrDefaultAsync(cancellationToken);
        if (session is not null && isUse && session.LastSeenAt + LastSeenPrecision <= now)
        {
            await NoteSeenAsync(db, id, now);
        }

        return session is not null;
    }

    /// <summary>The user's sessions, last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (idle, begun) = (now - IdleFor, now - Longest);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == userId && s.LastSeenAt > idle && s.SignedInAt > begun)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.SignedInAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one of the user's sessions. Sessions of other users are not affected.</summary>
    public async Task EndAsync(int userId, Guid sessionId)
    {
        await using (var db = await contexts.CreateDbContextAsync(CancellationToken.None))
        {
            await db.Sessions.Where(s => s.Id == sessionId && s.UserId == userId).ExecuteDeleteAsync(CancellationToken.None);
        }

        bus.Publish(new SessionsChanged(userId));
    }

    /// <summary>Ends all of the user's sessions and everything else that was admitted: calls with a remembered name and password, open streams.</summary>
    public async Task EndAllAsync(int userId)
    {
        await contexts.WriteAsync(db => EndAllAsync(db, userId, CancellationToken.None), CancellationToken.None);
        bus.Publish(new SessionsChanged(userId));
    }

    /// <summary>The same as part of the caller's transaction. The caller publishes <see cref="SessionsChanged"/> after the commit.</summary>
    internal static async Task EndAllAsync(SpotterDbContext db, int userId, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Accounts.Where(a => a.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SignOutCount, a => a.SignOutCount + 1), cancellationToken);
    }

    private static async Task NoteSeenAsync(SpotterDbContext db, Guid id, DateTimeOffset now)
    {
        try
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), CancellationToken.None);
        }
        catch (DbException)
        {
            // A database that cannot be written at the moment must not keep anybody from reading; the next use is recorded.
        }
    }
}
