using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The import of files and pasted lists: read, plan, decide, store. Nothing is stored before the last step.</summary>
public sealed class ImportViewModel(UserFiles files, PlaylistImports importer, FactWording wording)
{
    /// <summary>Replaces the file name of a pasted list.</summary>
    public const string Pasted = "pasted list";

    private const int CardsAtOnce = 30;
    private const int OpenAtOnce = 3;
    private const int NamesToShow = 50;

    // Files are kept in memory so that they can be read again, up to this limit.
    private const long MostKept = 5L * PlaylistFileLimits.MaxBytes;

    private readonly List<ImportEntry> _entries = [];
    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportNote> _notes = [];
    private readonly List<ImportTable> _tables = [];
    private int _shown = CardsAtOnce;

    /// <summary>The list to make of listening histories that are read from now on. Null for the usual one.</summary>
    public MostPlayed? MostPlayed { get; set; }

    public IReadOnlyList<ImportEntry> Entries => _entries;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>Tables whose columns the user has yet to name.</summary>
    public IReadOnlyList<ImportTable> Tables => _tables;

    public IReadOnlyList<ImportEntry> Ready => [.. _entries.Where(entry => entry.IsReady)];

    /// <summary>The first entries, and any others that still need an answer: an archive may contain hundreds.</summary>
    public IReadOnlyList<ImportEntry> Shown => [.. _entries.Where((entry, i) => i < _shown || (entry.IsIncluded && !entry.IsReady))];

    /// <summary>Whether an included entry still needs an answer.</summary>
    public bool IsWaiting => _entries.Any(entry => entry.IsIncluded && !entry.IsReady);

    /// <summary>Whether another entry contains the same playlist.</summary>
    public bool IsDoubled(ImportEntry entry) => !entry.AsNew && _entries.Any(other => other != entry && other.IsIncluded && !other.AsNew && RemoteId(other) == RemoteId(entry));

    public void ShowMore() => _shown += CardsAtOnce;

    /// <summary>Includes or excludes every entry.</summary>
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
            await TakeAsync(userId, fileName, givenName: null, await files.ReadAsync(userId, stream, fileName, givenName: null, MostPlayed, cancellationToken), cancellationToken);
        }
        catch (PlaylistFileException exception)
        {
            Refuse(fileName, givenName: null, exception, exception.Refusal);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // An archive is buffered on disk while it is received, and the disk may be full.
            _faults.Add(new(fileName, wording.Say(Troubles.FactOf(exception)) ?? "The file did not arrive completely: the connection was interrupted, or the file changed. Nothing was imported."));
        }
    }

    /// <summary>Reads a pasted list and plans each playlist in it. Returns what is wrong with it, or null.</summary>
    public async Task<string?> PasteAsync(int userId, string name, Stream text, CancellationToken cancellationToken)
    {
        var givenName = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        try
        {
            var reading = await files.ReadAsync(userId, text, fileName: "", givenName, MostPlayed, cancellationToken);
            if (givenName is null && reading.Playlists.Any(playlist => !playlist.IsNamed))
            {
                return "This list has no name yet. Enter one.";
            }

            await TakeAsync(userId, Pasted, givenName, reading, cancellationToken);
            return null;
        }
        catch (PlaylistFileException exception) when (exception.Table is not null && givenName is null)
        {
            return "Enter a name first. Spotter will then ask what the columns of this table mean.";
        }
        catch (PlaylistFileException exception) when (exception.Table is not null)
        {
            Refuse(Pasted, givenName, exception, exception.Refusal);
            return null;
        }
        catch (PlaylistFileException exception)
        {
            return exception.Problem == PlaylistFileProblem.Empty && exception.Line is null ? $"This list contains no tracks. {wording.Say(exception.Reason)}" : wording.Say(exception.Refusal);
        }
    }

    /// <summary>
    /// Reads a table as the user chose, and remembers that for the next table of its kind. Tables of the same kind in this import are read
    /// the same way.
    /// </summary>
    public async Task ReadTableAsync(int userId, ImportTable table, CancellationToken cancellationToken)
    {
        if (!await TryReadAsync(userId, table, () => files.ReadTableAsync(userId, table.Table, table.Mapping, table.GivenName, cancellationToken), cancellationToken))
        {
            return;
        }

        var known = (await files.FindDecisionsAsync(userId, cancellationToken)).Tables;
        foreach (var read in _entries.Select(entry => entry.File.Understood).OfType<MappedTable>().DistinctBy(read => read.Table).ToList())
        {
            if (known.Find(read.Table) is { } mapping && !mapping.Columns.SequenceEqual(read.Mapping.Columns))
            {
                await TryReadAsync(userId, AskAgain(read), mapping, cancellationToken);
            }
        }

        foreach (var other in _tables.ToList())
        {
            if (known.Find(other.Table) is { } mapping)
            {
                await TryReadAsync(userId, other, mapping, cancellationToken);
            }
        }
    }

    /// <summary>Leaves a table out. If it had already been read before the question came up, its entries stay as they were.</summary>
    public void LeaveOut(ImportTable table)
    {
        _tables.Remove(table);
        _entries.InsertRange(Math.Min(table.Place, _entries.Count), table.Before);
    }

    /// <summary>Asks for the meaning of the columns in the table that an entry was read from.</summary>
    public void ChangeColumns(ImportEntry entry)
    {
        if (entry.File.Understood is { } understood)
        {
            AskAgain(understood);
        }
    }

    /// <summary>Swaps titles and artists of an entry.</summary>
    public Task TurnAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        entry.Turn();
        return PlanAsync(userId, entry, cancellationToken);
    }

    /// <summary>Reads the file of an entry with another code page: all playlists in it.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="codePage">The code page, or null to detect it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task ChooseLettersAsync(int userId, ImportEntry entry, string? codePage, CancellationToken cancellationToken)
    {
        try
        {
            var read = await files.ReadAgainAsync(userId, entry.File, codePage, entry.GivenName, cancellationToken);
            var before = _entries.Where(other => other.File.Undecoded == entry.File.Undecoded).ToList();
            await AddEntriesAsync(userId, read, entry.FileName, entry.GivenName, before, _entries.IndexOf(before[0]), cancellationToken);
        }
        catch (PlaylistFileException exception)
        {
            entry.Problem = $"The file cannot be read with this encoding. {wording.Say(exception.Reason)}";
        }
    }

    /// <summary>The other playlists of the same kind in the same archive that would be read differently if the choices about an entry held for
    /// them too.</summary>
    public IReadOnlyList<ImportEntry> FindAlike(ImportEntry entry)
        => entry.IsSaid && entry.FileName != Pasted
            ? [.. _entries.Where(other => other != entry && other.FileName == entry.FileName && other.File.FormatFamily == entry.File.FormatFamily && WouldChange(other.File, entry.File.Choice))]
            : [];

    /// <summary>Makes the choices about an entry for <see cref="FindAlike">those that are alike</see>.</summary>
    public async Task ApplyToAlikeAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        var choice = entry.File.Choice;
        foreach (var other in FindAlike(entry))
        {
            // Another encoding may have brought other playlists in their place.
            if (_entries.Contains(other))
            {
                await ObeyAsync(userId, other, choice, cancellationToken);
                other.IsSaid = true;
                await PlanAsync(userId, other, cancellationToken);
            }
        }
    }

    /// <summary>Plans an entry again after its name or the choice about it has changed. Earlier choices on how to read the playlist of that name are applied.</summary>
    public async Task ReplanAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        if (entry is { IsSaid: false, AsNew: false } && !string.IsNullOrWhiteSpace(entry.Name) && (await files.FindDecisionsAsync(userId, cancellationToken)).Readings.Find(RemoteId(entry)) is { } choice)
        {
            await ObeyAsync(userId, entry, choice, cancellationToken);
        }

        await PlanAsync(userId, entry, cancellationToken);
    }

    /// <summary>Plans an entry, for the first time or after its name or the choice about it has changed.</summary>
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

    /// <summary>Stores all included entries or none of them, and returns the ids. It cannot be cancelled: once clicked, it runs to its end.</summary>
    public async Task<IReadOnlyList<int>> SaveAsync(int userId)
    {
        var entries = Ready;
        var imports = new List<PlaylistImport>();
        foreach (var entry in entries)
        {
            var promised = imports.ConvertAll(import => import.Playlist.Summary.RemoteId);
            imports.Add(new(await ToPlaylistAsync(userId, entry, promised, CancellationToken.None), entry.ApprovesRemoval)
            {
                Choice = entry.IsSaid ? entry.File.Choice : null,
            });
        }

        var results = await importer.SaveAllAsync(userId, ProviderKinds.File, imports, SyncTrigger.User, CancellationToken.None);
        if (results.Any(result => !result.IsStored))
        {
            // A playlist has changed since the preview and would now lose too much. It stays here with its question, and the others wait for the answer.
            for (var i = 0; i < results.Count; i++)
            {
                entries[i].Plan = results[i].Plan;
            }

            return [];
        }

        _entries.RemoveAll(entries.Contains);
        return [.. results.Select(result => result.PlaylistId).OfType<int>().Distinct()];
    }

    private async Task TakeAsync(int userId, string fileName, string? givenName, PlaylistFileReading reading, CancellationToken cancellationToken)
    {
        if (reading.Playlists.Count == 0 && reading.LeftOut.All(file => file.Cause.Table is null))
        {
            // Throws with the reason if there is no playlist.
            reading.AllOrNone();
        }

        await AddEntriesAsync(userId, reading.Playlists, fileName, givenName, before: [], _entries.Count, cancellationToken);
        var others = new List<(string, string)>();
        foreach (var (name, cause) in reading.LeftOut)
        {
            if (cause.Problem is PlaylistFileProblem.Empty or PlaylistFileProblem.NotAPlaylist || (cause.Problem == PlaylistFileProblem.UnknownTable && cause.Table is null))
            {
                others.Add((name, wording.Say(cause.Reason)));
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

    /// <summary>Reports what cannot be read, or asks about the columns if the answer makes it readable.</summary>
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

    // With the choices that were made for another table of the same kind.
    private Task<bool> TryReadAsync(int userId, ImportTable table, TableMapping mapping, CancellationToken cancellationToken)
        => TryReadAsync(userId, table, () => Task.FromResult(PlaylistFileReader.ReadTable(table.Table, mapping, table.GivenName)), cancellationToken);

    private async Task<bool> TryReadAsync(int userId, ImportTable table, Func<Task<IReadOnlyList<PlaylistFile>>> readAsync, CancellationToken cancellationToken)
    {
        try
        {
            var read = await readAsync();
            // Naming the columns does not undo what the user chose about the encoding.
            var choice = table.Before is [var old, ..] ? old.File.Choice : ReadingChoice.None;
            await AddEntriesAsync(
                userId, [.. read.Select(playlist => playlist with { Choice = choice })], table.FileName, table.GivenName, table.Before, table.Place, cancellationToken);
            _tables.Remove(table);
            return true;
        }
        catch (PlaylistFileException exception)
        {
            table.Problem = wording.Say(exception.Reason);
            return false;
        }
    }

    /// <summary>Removes what was read from a table, and asks about its columns instead.</summary>
    private ImportTable AskAgain(MappedTable read)
    {
        var before = _entries.Where(entry => entry.File.Understood?.Table == read.Table).ToList();
        var place = _entries.IndexOf(before[0]);
        _entries.RemoveAll(before.Contains);
        var table = new ImportTable(read.Table, before[0].FileName, before[0].GivenName, read.Mapping) { Before = before, Place = place };
        _tables.Add(table);
        return table;
    }

    /// <summary>Applies the user's earlier choices on how to read this playlist.</summary>
    private async Task ObeyAsync(int userId, ImportEntry entry, ReadingChoice choice, CancellationToken cancellationToken)
    {
        if (choice.CodePage is { } codePage && NeedsLetters(entry.File, codePage))
        {
            await ChooseLettersAsync(userId, entry, codePage, cancellationToken);
        }

        if (choice.IsTitleFirst is { } isTitleFirst && NeedsTurn(entry.File, isTitleFirst))
        {
            entry.Turn();
        }
    }

    private static bool WouldChange(PlaylistFile file, ReadingChoice choice)
        => (choice.CodePage is { } codePage && NeedsLetters(file, codePage)) || (choice.IsTitleFirst is { } isTitleFirst && NeedsTurn(file, isTitleFirst));

    private static bool NeedsLetters(PlaylistFile file, string codePage) => file.Undecoded is not null && file.CodePage != codePage;

    private static bool NeedsTurn(PlaylistFile file, bool isTitleFirst) => file.OtherWayRound is not null && file.IsTitleFirst != isTitleFirst;

    /// <summary>Adds what was read. Entries that were read before stay, keep the decisions about them, and get the new content.</summary>
    private async Task AddEntriesAsync(
        int userId, IReadOnlyList<PlaylistFile> playlists, string fileName, string? givenName, IReadOnlyList<ImportEntry> before, int place, CancellationToken cancellationToken)
    {
        var kept = _entries.Except(before).SelectMany(entry => KeptBy(entry.File)).ToHashSet();
        var length = kept.Sum(one => one.Length);
        var isOpen = playlists.Count <= OpenAtOnce && _entries.Count < OpenAtOnce * 2;
        var isSaid = before.Any(entry => entry.IsSaid || playlists.Any(playlist => playlist.Choice != entry.File.Choice));
        var added = new List<ImportEntry>(playlists.Count);
        foreach (var playlist in playlists)
        {
            length += KeptBy(playlist).Where(kept.Add).Sum(one => one.Length);
            var file = length <= MostKept ? playlist : playlist with { Understood = null, Undecoded = null };
            var entry = before.ElementAtOrDefault(added.Count);
            if (entry is null)
            {
                entry = new ImportEntry(file, fileName) { GivenName = givenName, IsOpen = isOpen };
            }
            else
            {
                entry.Take(file);
            }

            entry.IsSaid = isSaid;
            await PlanAsync(userId, entry, cancellationToken);
            added.Add(entry);
        }

        _entries.RemoveAll(before.Contains);
        _entries.InsertRange(Math.Min(place, _entries.Count), added);
    }

    /// <summary>What an entry keeps in memory so that it can be read again.</summary>
    private static IEnumerable<(object What, long Length)> KeptBy(PlaylistFile file)
    {
        if (file.Understood is { Table: { } table })
        {
            yield return (table, table.Length);
        }

        if (file.Undecoded is { } undecoded)
        {
            yield return (undecoded, undecoded.Length);
        }
    }

    private async Task<SourcePlaylist> ToPlaylistAsync(int userId, ImportEntry entry, List<string> promised, CancellationToken cancellationToken)
        => entry.ToSourcePlaylist(entry.AsNew ? await importer.FreeRemoteIdAsync(userId, ProviderKinds.File, RemoteId(entry), promised, cancellationToken) : null);

    private static string RemoteId(ImportEntry entry) => entry.ToSourcePlaylist().Summary.RemoteId;
}
