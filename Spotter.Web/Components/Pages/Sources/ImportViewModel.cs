using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files and pasted lists on their way in: read, planned, decided about, stored. Nothing is stored before the end.</summary>
public sealed class ImportViewModel(PlaylistFileReader reader, PlaylistImports importer, TableDecisions decisions, TextSides sides, FactWording wording)
{
    /// <summary>What stands for the file's name where a list was pasted.</summary>
    public const string Pasted = "pasted list";

    private const int CardsAtOnce = 30;
    private const int NamesToShow = 50;

    private readonly List<ImportEntry> _entries = [];
    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportNote> _notes = [];
    private readonly List<ImportTable> _tables = [];
    private int _shown = CardsAtOnce;

    public IReadOnlyList<ImportEntry> Entries => _entries;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>Tables that wait for their user to say what their columns are.</summary>
    public IReadOnlyList<ImportTable> Tables => _tables;

    public IReadOnlyList<ImportEntry> Ready => [.. _entries.Where(entry => entry.IsReady)];

    /// <summary>The first entries, and whichever else lacks an answer: an archive may hold hundreds.</summary>
    public IReadOnlyList<ImportEntry> Shown => [.. _entries.Where((entry, i) => i < _shown || (entry.IsIncluded && !entry.IsReady))];

    /// <summary>Whether an included entry still lacks an answer.</summary>
    public bool IsWaiting => _entries.Any(entry => entry.IsIncluded && !entry.IsReady);

    /// <summary>Whether the same playlist stands in another entry too.</summary>
    public bool IsDoubled(ImportEntry entry) => !entry.AsNew && _entries.Any(other => other != entry && other.IsIncluded && !other.AsNew && RemoteId(other) == RemoteId(entry));

    public void ShowMore() => _shown += CardsAtOnce;

    /// <summary>Ticks or unticks every entry.</summary>
    public void Include(bool isIncluded) => _entries.ForEach(entry => entry.IsIncluded = isIncluded);

    /// <summary>Reads a file and plans each playlist in it.</summary>
    public async Task AddAsync(int userId, string fileName, long size, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (size > PlaylistFileLimits.MaxArchiveBytes)
        {
            _faults.Add(new(fileName, "The file is larger than 10 MB, which is the most that one import takes; an archive may have 200 MB. Nothing was imported."));
            return;
        }

        try
        {
            await using var stream = open();
            var known = await decisions.ReadAsync(userId, cancellationToken);
            await TakeAsync(userId, fileName, await reader.ReadAllAsync(stream, fileName, givenName: null, cancellationToken, known), cancellationToken);
        }
        catch (PlaylistFileException exception)
        {
            Refuse(fileName, givenName: null, exception, exception.Refusal);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // An archive is put down on its way in: the disk may be full.
            _faults.Add(new(fileName, wording.Say(Troubles.FactOf(exception)) ?? "The file did not arrive completely: the connection was interrupted, or the file changed. Nothing was imported."));
        }
    }

    /// <summary>Reads a list that was pasted and plans each playlist in it; says what is wrong with it, or null.</summary>
    public async Task<string?> PasteAsync(int userId, string name, Stream text, CancellationToken cancellationToken)
    {
        var givenName = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        try
        {
            var known = await decisions.ReadAsync(userId, cancellationToken);
            var reading = await reader.ReadAllAsync(text, fileName: "", givenName, cancellationToken, known);
            if (givenName is null && reading.Playlists.Any(playlist => !playlist.IsNamed))
            {
                return "The list does not say what it is called. Give it a name.";
            }

            await TakeAsync(userId, Pasted, reading, cancellationToken);
            return null;
        }
        catch (PlaylistFileException exception) when (exception.Table is not null && givenName is null)
        {
            return "This is a table whose columns you will be asked about. Give it a name first.";
        }
        catch (PlaylistFileException exception) when (exception.Table is not null)
        {
            Refuse(Pasted, givenName, exception, exception.Refusal);
            return null;
        }
        catch (PlaylistFileException exception)
        {
            return exception.Problem == PlaylistFileProblem.Empty && exception.Line is null ? $"There is no track in it. {wording.Say(exception.Reason)}" : wording.Say(exception.Refusal);
        }
    }

    /// <summary>Reads a table as its user says, and remembers that for the next one of its kind; others of the same kind that wait are read too.</summary>
    public async Task ReadTableAsync(int userId, ImportTable table, CancellationToken cancellationToken)
    {
        if (!await TryReadAsync(userId, table, table.Mapping, cancellationToken))
        {
            return;
        }

        await decisions.RememberAsync(userId, table.Table, table.Mapping, cancellationToken);
        var known = await decisions.ReadAsync(userId, cancellationToken);
        foreach (var other in _tables.ToList())
        {
            if (known.Find(other.Table) is { } mapping)
            {
                await TryReadAsync(userId, other, mapping, cancellationToken);
            }
        }
    }

    public void LeaveOut(ImportTable table) => _tables.Remove(table);

    /// <summary>Asks anew about the columns of the table that an entry was read from.</summary>
    public void ChangeColumns(ImportEntry entry)
    {
        if (entry.File.Mapped is { } mapped)
        {
            _entries.RemoveAll(other => other.File.Mapped?.Table == mapped.Table);
            _tables.Add(new ImportTable(mapped.Table, entry.FileName, entry.GivenName, mapped.Mapping));
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

        var playlist = await ToPlaylistAsync(userId, entry, promised: [], cancellationToken);
        entry.Plan = await importer.PlanAsync(userId, ProviderKinds.File, playlist, cancellationToken);
        if (!entry.AsNew)
        {
            entry.HasNamesake = !entry.Plan.IsNew;
        }
    }

    /// <summary>Stores what is included, all of it or nothing, and returns the ids. Not stopped in the middle: once clicked, it happens.</summary>
    public async Task<IReadOnlyList<int>> SaveAsync(int userId)
    {
        var entries = Ready;
        var imports = new List<PlaylistImport>();
        foreach (var entry in entries)
        {
            var promised = imports.ConvertAll(import => import.Playlist.Summary.RemoteId);
            imports.Add(new(await ToPlaylistAsync(userId, entry, promised, CancellationToken.None), entry.ApprovesRemoval));
        }

        var results = await importer.SaveAllAsync(userId, ProviderKinds.File, imports, SyncTrigger.User, CancellationToken.None);
        if (results.Any(result => !result.IsStored))
        {
            // One changed since the preview, and would now lose too much: it stays here with its question, and the others wait for the answer.
            for (var i = 0; i < results.Count; i++)
            {
                entries[i].Plan = results[i].Plan;
            }

            return [];
        }

        _entries.RemoveAll(entries.Contains);
        return [.. results.Select(result => result.PlaylistId).OfType<int>().Distinct()];
    }

    private async Task TakeAsync(int userId, string fileName, PlaylistFileReading reading, CancellationToken cancellationToken)
    {
        if (reading.Playlists.Count == 0 && reading.LeftOut.All(file => file.Cause.Table is null))
        {
            // It says why there is none.
            reading.AllOrNone();
        }

        foreach (var playlist in await sides.ChooseAsync(userId, reading.Playlists, cancellationToken))
        {
            await AddEntryAsync(userId, playlist, fileName, givenName: null, cancellationToken);
        }

        var others = new List<string>();
        foreach (var (name, cause) in reading.LeftOut)
        {
            if (cause.Problem is PlaylistFileProblem.Empty or PlaylistFileProblem.NotAPlaylist || (cause.Problem == PlaylistFileProblem.UnknownTable && cause.Table is null))
            {
                others.Add(name);
            }
            else
            {
                Refuse($"{fileName} › {name}", givenName: null, cause, cause.Reason);
            }
        }

        if (others.Count > 0)
        {
            _notes.Add(new ImportNote(fileName, [.. others.Take(NamesToShow)], others.Count));
        }
    }

    /// <summary>What cannot be read is said; what could be read if its user helped is asked about.</summary>
    private void Refuse(string fileName, string? givenName, PlaylistFileException cause, Fact what)
    {
        if (cause.Table is { } table)
        {
            _tables.Add(new ImportTable(table, fileName, givenName, table.Suggest()));
        }
        else
        {
            _faults.Add(new(fileName, wording.Say(what)));
        }
    }

    private async Task<bool> TryReadAsync(int userId, ImportTable table, TableMapping mapping, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var playlist in PlaylistFileReader.ReadTable(table.Table, mapping, table.GivenName))
            {
                await AddEntryAsync(userId, playlist, table.FileName, table.GivenName, cancellationToken);
            }

            _tables.Remove(table);
            return true;
        }
        catch (PlaylistFileException exception)
        {
            table.Problem = wording.Say(exception.Reason);
            return false;
        }
    }

    private async Task AddEntryAsync(int userId, PlaylistFile playlist, string fileName, string? givenName, CancellationToken cancellationToken)
    {
        var entry = new ImportEntry(playlist, fileName) { GivenName = givenName };
        await PlanAsync(userId, entry, cancellationToken);
        _entries.Add(entry);
    }

    private async Task<SourcePlaylist> ToPlaylistAsync(int userId, ImportEntry entry, List<string> promised, CancellationToken cancellationToken)
        => entry.ToSourcePlaylist(entry.AsNew ? await importer.FreeRemoteIdAsync(userId, ProviderKinds.File, RemoteId(entry), promised, cancellationToken) : null);

    private static string RemoteId(ImportEntry entry) => entry.ToSourcePlaylist().Summary.RemoteId;
}
