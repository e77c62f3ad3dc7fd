using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Sync;

namespace Spotter.Core.Mixtapes;

/// <summary>What users do with their mixtapes: create, change, have them made, delete. A request is stored before the job runner is
/// nudged.</summary>
public sealed class MixtapeStore(
    IDbContextFactory<SpotterDbContext> contexts, IMixtapeScheduler scheduler, SyncRequests requests, MixtapeChat chat, EventBus bus, TimeProvider clock)
{
    private const int NameFromPrompt = 48;

    /// <summary>A user's mixtapes, by name.</summary>
    public async Task<IReadOnlyList<Mixtape>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Mixtapes.AsNoTracking().Where(m => m.UserId == userId).OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Stores a new mixtape and has it made, or changes one for its next making.</summary>
    /// <param name="userId">The owner.</param>
    /// <param name="mixtapeId">The mixtape to change, or null for a new one.</param>
    /// <param name="draft">The values entered in the form.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<MixtapeSaved> SaveAsync(int userId, int? mixtapeId, MixtapeDraft draft, CancellationToken cancellationToken)
    {
        var prompt = UntrustedText.Clean(draft.Prompt, MixtapeLimits.Text);
        if (prompt.Length == 0)
        {
            return new(null, new Fact.WishMissing());
        }

        if (!chat.IsConfigured && mixtapeId is null)
        {
            return new(null, new Fact.MixtapesOff());
        }

        var (saved, renamed, isSyncWanted) = await contexts.WriteAsync(db => SaveAsync(db, userId, mixtapeId, draft, prompt, cancellationToken), cancellationToken);
        if (saved.Mixtape is not { } stored)
        {
            return saved;
        }

        bus.Publish(new MixtapeChanged(userId, stored.Id));
        Announce(renamed, isSyncWanted);
        if (mixtapeId is null)
        {
            scheduler.NudgeMixtape(stored.Id, stored.Name);
        }

        return saved;
    }

    /// <returns>What was saved; and the playlist if it has another name now, with whether a sync of it is wanted.</returns>
    private async Task<(MixtapeSaved Saved, Playlist? Renamed, bool IsSyncWanted)> SaveAsync(
        SpotterDbContext db, int userId, int? mixtapeId, MixtapeDraft draft, string prompt, CancellationToken cancellationToken)
    {
        var mixtape = mixtapeId is { } id ? await db.Mixtapes.SingleOrDefaultAsync(m => m.Id == id && m.UserId == userId, cancellationToken) : null;
        if (mixtape is null)
        {
            if (mixtapeId is not null)
            {
                return (new(null, new Fact.MixtapeGone()), null, false);
            }

            if (await db.Mixtapes.CountAsync(m => m.UserId == userId, cancellationToken) >= MixtapeLimits.Rows)
            {
                return (new(null, new Fact.TooManyMixtapes(MixtapeLimits.Rows)), null, false);
            }

            mixtape = new Mixtape { UserId = userId, Name = "", Prompt = prompt, CreatedAt = clock.GetUtcNow(), SyncsOnceMade = draft.SyncsOnceMade };
            Want(mixtape, SyncTrigger.User);
            db.Mixtapes.Add(mixtape);
        }

        var rescheduled = mixtape.Schedule != draft.Schedule;
        mixtape.Prompt = prompt;
        mixtape.Name = UntrustedText.Clean(draft.Name, MixtapeLimits.Name) is { Length: > 0 } name ? name : NameOf(prompt);
        mixtape.BuiltInPersona = BuiltInPersonas.Find(draft.BuiltInPersona)?.Key;
        mixtape.PersonaId = await db.Personas.Where(p => p.UserId == userId && p.Id == draft.PersonaId).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellationToken);
        mixtape.Length = Math.Clamp(draft.Length, MixtapeLimits.LeastSongs, MixtapeLimits.MostSongs);
        mixtape.Schedule = draft.Schedule;
        mixtape.NextDueAt = rescheduled ? draft.Schedule.NextAfter(mixtape.LastMadeAt ?? clock.GetUtcNow()) : mixtape.NextDueAt;
        var renamed = await RenameAsync(db, mixtape, cancellationToken);
        var isSyncWanted = renamed is not null && await requests.WantSyncAsync(db, renamed, SyncTrigger.User, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (new(mixtape, null), renamed, isSyncWanted);
    }

    /// <summary>Has it made now. False if it is not this user's, or mixtapes are off.</summary>
    public async Task<bool> RequestAsync(int userId, int mixtapeId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (!chat.IsConfigured)
        {
            return false;
        }

        var wanted = await contexts.WriteAsync(
            async db =>
            {
                var mixtape = await db.Mixtapes.SingleOrDefaultAsync(m => m.Id == mixtapeId && m.UserId == userId, cancellationToken);
                if (mixtape is not null)
                {
                    Want(mixtape, trigger);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return mixtape;
            },
            cancellationToken);
        if (wanted is null)
        {
            return false;
        }

        bus.Publish(new MixtapeChanged(userId, mixtapeId));
        scheduler.NudgeMixtape(mixtapeId, wanted.Name);
        return true;
    }

    /// <summary>Deletes a mixtape. Its playlist stays, in Spotter and on the music server, marked as gone at its source.</summary>
    public async Task<bool> DeleteAsync(int userId, int mixtapeId, CancellationToken cancellationToken)
    {
        var (isDeleted, playlist) = await contexts.WriteAsync<(bool, Playlist?)>(
            async db =>
            {
                if (await db.Mixtapes.SingleOrDefaultAsync(m => m.Id == mixtapeId && m.UserId == userId, cancellationToken) is not { } mixtape)
                {
                    return (false, null);
                }

                db.Mixtapes.Remove(mixtape);
                var playlist = await FindPlaylistAsync(db, mixtape, cancellationToken);
                if (playlist is not null)
                {
                    playlist.IsGoneAtSource = true;
                }

                await db.SaveChangesAsync(cancellationToken);
                return (true, playlist);
            },
            cancellationToken);
        if (!isDeleted)
        {
            return false;
        }

        bus.Publish(new MixtapeChanged(userId, mixtapeId));
        if (playlist is not null)
        {
            bus.Publish(new PlaylistStatusChanged(userId, playlist.Id));
        }

        return true;
    }

    /// <summary>Stores requests for schedules that are due, and nudges the job runner for every request whose time has come.</summary>
    /// <param name="isRunning">Whether a mixtape is being made right now.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>The number of nudges.</returns>
    internal async Task<int> NudgeDueAsync(Func<int, bool> isRunning, CancellationToken cancellationToken)
    {
        if (!chat.IsConfigured)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Mixtapes.Where(m => m.NextDueAt <= now && m.WantedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.WantedAt, now).SetProperty(m => m.WantedBy, SyncTrigger.Schedule), cancellationToken);
        var due = (await db.Mixtapes.AsNoTracking()
            .Where(m => m.WantedAt != null && m.State != MixtapeState.NeedsAdministrator && (m.NextTryAt == null || m.NextTryAt <= now))
            .OrderBy(m => m.WantedAt).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken)).Where(m => !isRunning(m.Id)).ToList();
        due.ForEach(m => scheduler.NudgeMixtape(m.Id, m.Name));
        return due.Count;
    }

    /// <summary>Retries mixtapes that wait for the administrator: settings are read at start, so they may be right now.</summary>
    internal async Task ResumePendingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Mixtapes.Where(m => m.State == MixtapeState.NeedsAdministrator)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MixtapeState.Retrying), cancellationToken);
    }

    private void Want(Mixtape mixtape, SyncTrigger trigger)
    {
        mixtape.WantedAt = clock.GetUtcNow();
        mixtape.WantedBy = trigger;
        mixtape.NextTryAt = null;
        mixtape.Starts = 0;
        mixtape.State = MixtapeState.Ready;
        mixtape.Problem = null;
    }

    /// <summary>Gives the playlist the mixtape's name. Returns the playlist if that changed it.</summary>
    private static async Task<Playlist?> RenameAsync(SpotterDbContext db, Mixtape mixtape, CancellationToken cancellationToken)
    {
        if (await FindPlaylistAsync(db, mixtape, cancellationToken) is not { } playlist || playlist.Name == mixtape.Name)
        {
            return null;
        }

        playlist.Name = mixtape.Name;
        return playlist;
    }

    private void Announce(Playlist? renamed, bool isSyncWanted)
    {
        if (renamed is null)
        {
            return;
        }

        bus.Publish(new PlaylistStatusChanged(renamed.UserId, renamed.Id));
        if (isSyncWanted)
        {
            requests.Announce(renamed);
        }
    }

    private static Task<Playlist?> FindPlaylistAsync(SpotterDbContext db, Mixtape mixtape, CancellationToken cancellationToken)
        => db.Playlists.SingleOrDefaultAsync(
            p => p.UserId == mixtape.UserId && p.Source == ProviderKinds.Mixtape && p.RemoteId == mixtape.Key, cancellationToken);

    /// <summary>The beginning of the prompt, cut between words.</summary>
    private static string NameOf(string prompt)
    {
        if (prompt.Length <= NameFromPrompt)
        {
            return prompt;
        }

        var beginning = UntrustedText.Clean(prompt, NameFromPrompt);
        var end = beginning.LastIndexOf(' ');
        return (end > NameFromPrompt / 2 ? beginning[..end] : beginning).TrimEnd(',', '.', ';', ':', '-') + "…";
    }
}
