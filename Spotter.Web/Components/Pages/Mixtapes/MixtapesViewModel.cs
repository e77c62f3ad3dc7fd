using Microsoft.EntityFrameworkCore;
using Spotter.Core.Mixtapes;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>A user's mixtapes, the playlists of deleted ones, and the actions on them.</summary>
public sealed class MixtapesViewModel(
    IDbContextFactory<SpotterDbContext> contexts, MixtapeStore store, PersonaStore personas, MixtapeMaker maker, MixtapeChat chat, PlaylistChoices choices)
{
    private readonly ReadSequencer _reads = new();

    public bool IsLoaded { get; private set; }

    public bool IsConfigured => chat.IsConfigured;

    public string Model => chat.Model;

    public IReadOnlyList<MixtapeItem> Items { get; private set; } = [];

    /// <summary>Playlists whose mixtape was deleted.</summary>
    public IReadOnlyList<Playlist> Leftovers { get; private set; } = [];

    /// <summary>The tokens that all of the user's mixtapes have used.</summary>
    public long Tokens => Items.Sum(item => item.Mixtape.TotalTokens);

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        var mixtapes = await store.ListAsync(userId, cancellationToken);
        var own = (await personas.ListAsync(userId, cancellationToken)).ToDictionary(persona => persona.Id, persona => persona.Name);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlists = await db.Playlists.AsNoTracking().Where(p => p.UserId == userId && p.Source == ProviderKinds.Mixtape)
            .OrderBy(p => p.Name).ToListAsync(cancellationToken);
        var changes = await ReadChangesAsync(db, userId, cancellationToken);
        var byKey = playlists.ToDictionary(playlist => playlist.RemoteId);
        Items =
        [
            .. mixtapes.Select(mixtape =>
            {
                var playlist = byKey.GetValueOrDefault(mixtape.Key);
                var change = playlist is null ? null : changes.GetValueOrDefault(playlist.Id);
                return new MixtapeItem(
                    mixtape, PersonaOf(mixtape, own), playlist, maker.FindProgress(mixtape.Id),
                    change is null ? null : SyncEventLog.ReadFigures(change.Metadata), change?.At ?? default);
            }),
        ];
        var keys = mixtapes.Select(mixtape => mixtape.Key).ToHashSet();
        Leftovers = [.. playlists.Where(playlist => !keys.Contains(playlist.RemoteId))];
        IsLoaded = true;
    });

    public bool Fills(int playlistId) => Items.Any(item => item.Playlist?.Id == playlistId) || Leftovers.Any(playlist => playlist.Id == playlistId);

    public Task MakeAsync(int userId, int mixtapeId) => store.RequestAsync(userId, mixtapeId, SyncTrigger.User, CancellationToken.None);

    public Task DeleteAsync(int userId, int mixtapeId) => store.DeleteAsync(userId, mixtapeId, CancellationToken.None);

    public Task<bool> ForgetAsync(int userId, int playlistId) => choices.ForgetAsync(userId, playlistId, CancellationToken.None);

    private static string? PersonaOf(Mixtape mixtape, Dictionary<int, string> own)
        => mixtape.PersonaId is { } id ? own.GetValueOrDefault(id) : BuiltInPersonas.Find(mixtape.BuiltInPersona)?.Name;

    /// <summary>The last refresh of each playlist.</summary>
    private static async Task<Dictionary<int, SyncEvent>> ReadChangesAsync(SpotterDbContext db, int userId, CancellationToken cancellationToken)
    {
        var refreshed = db.SyncEvents.AsNoTracking()
            .Where(e => e.UserId == userId && e.Provider == ProviderKinds.Mixtape && e.Type == SyncEventType.Refreshed && e.PlaylistId != null);
        var last = refreshed.GroupBy(e => e.PlaylistId).Select(group => group.Max(e => e.Id));
        return await refreshed.Where(e => last.Contains(e.Id)).ToDictionaryAsync(e => e.PlaylistId!.Value, cancellationToken);
    }
}
