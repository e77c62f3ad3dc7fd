using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Core.Sources;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files on their way in: read, planned, decided about, stored. Nothing is stored before the end.</summary>
public sealed class ImportViewModel(PlaylistFileReader reader, PlaylistStore store)
{
    private readonly List<ImportEntry> _entries = [];
    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportEntry> Entries => _entries;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public IReadOnlyList<ImportEntry> Ready => [.. _entries.Where(entry => entry.IsReady)];

    /// <summary>Whether an included entry still lacks an answer.</summary>
    public bool IsWaiting => _entries.Any(entry => entry.IsIncluded && !entry.IsReady);

    /// <summary>Whether the same playlist stands in another entry too.</summary>
    public bool IsDoubled(ImportEntry entry) => !entry.AsNew && _entries.Any(other => other != entry && other.IsIncluded && !other.AsNew && RemoteId(other) == RemoteId(entry));

    /// <summary>Reads a file and plans each playlist in it.</summary>
    public async Task AddAsync(int userId, string fileName, long size, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (size > PlaylistFileLimits.MaxBytes)
        {
            _faults.Add(new(fileName, "The file is larger than 10 MB, which is the most that one import takes. Nothing was imported."));
            return;
        }

        try
        {
            await using var stream = open();
            foreach (var file in await reader.ReadAsync(stream, fileName, givenName: null, cancellationToken))
            {
                var entry = new ImportEntry(file, fileName);
                await PlanAsync(userId, entry, cancellationToken);
                _entries.Add(entry);
            }
        }
        catch (PlaylistFileException exception)
        {
            _faults.Add(new(fileName, exception.Message));
        }
        catch (IOException)
        {
            _faults.Add(new(fileName, "The file did not arrive whole; the connection broke, or it changed meanwhile. Nothing was imported."));
        }
    }

    /// <summary>Finds out anew what an entry would change, after its name or the choice about it did.</summary>
    public async Task PlanAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        entry.ApprovesRemoval = false;
        if (string.IsNullOrWhiteSpace(entry.Name))
        {
            entry.Plan = null;
            return;
        }

        var playlist = await ToPlaylistAsync(userId, entry, cancellationToken);
        entry.Plan = await store.PlanAsync(userId, ProviderKinds.File, playlist, cancellationToken);
        if (!entry.AsNew)
        {
            entry.HasNamesake = !entry.Plan.IsNew;
        }
    }

    /// <summary>Stores what is included, and returns the ids. Not stopped in the middle: once clicked, it happens.</summary>
    public async Task<IReadOnlyList<int>> SaveAsync(int userId)
    {
        var stored = new List<int>();
        foreach (var entry in Ready)
        {
            var playlist = await ToPlaylistAsync(userId, entry, CancellationToken.None);
            var result = await store.SaveAsync(userId, ProviderKinds.File, playlist, entry.ApprovesRemoval, SyncTrigger.User, CancellationToken.None);
            if (result is { IsStored: true, PlaylistId: { } id })
            {
                stored.Add(id);
                _entries.Remove(entry);
            }
            else
            {
                // It changed since the preview, and would now lose too much: it stays here with its question.
                entry.Plan = result.Plan;
            }
        }

        return stored;
    }

    private async Task<SourcePlaylist> ToPlaylistAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
        => entry.ToSourcePlaylist(entry.AsNew ? await store.FreeRemoteIdAsync(userId, ProviderKinds.File, RemoteId(entry), cancellationToken) : null);

    private static string RemoteId(ImportEntry entry) => entry.ToSourcePlaylist().Summary.RemoteId;
}
