using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files and pasted lists on their way in: read, planned, decided about, stored. Nothing is stored before the end.</summary>
public sealed class ImportViewModel(UserFiles files, PlaylistImports importer, FactWording wording)
{
    /// <summary>What stands for the file's name where a list was pasted.</summary>
    public const string Pasted = "pasted list";

    private const int CardsAtOnce = 30;
    private const int OpenAtOnce = 3;
    private const int NamesToShow = 50;

    // Files are kept to be read once more, as long as there is room for them.
    private const long MostKept = 5L * PlaylistFileLimits.MaxBytes;

    private readonly List<ImportEntry> _entries = [];
    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportNote> _notes = [];
    private readonly List<ImportTable> _tables = [];
    private int _shown = CardsAtOnce;

    /// <summary>What list the histories of plays become that are read from now on; null for the usual one.</summary>
    public MostPlayed? MostPlayed { get; set; }

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
            await TakeAsync(userId, fileName, givenName: null, await files.ReadAsync(userId, stream, fileName, givenName: null, MostPlayed, cancellationToken), cancellationToken);
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
            var reading = await files.ReadAsync(userId, text, fileName: "", givenName, MostPlayed, cancellationToken);
            if (givenName is null && reading.Playlists.Any(playlist => !playlist.IsNamed))
            {
                return "The list does not say what it is called. Give it a name.";
            }

            await TakeAsync(userId, Pasted, givenName, reading, cancellationToken);
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

    /// <summary>Reads a table as its user says, and remembers that for the next one of its kind; others of the same kind that are here are read so too.</summary>
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

    /// <summary>Leaves a table out, or, where it was read before the question came up, leaves it as it was read.</summary>
    public void LeaveOut(ImportTable table)
    {
        _tables.Remove(table);
        _entries.InsertRange(Math.Min(table.Place, _entries.Count), table.Before);
    }

    /// <summary>Asks about the columns of the table that an entry was read from.</summary>
    public void ChangeColumns(ImportEntry entry)
    {
        if (entry.File.Understood is { } understood)
        {
            AskAgain(understood);
        }
    }

    /// <summary>Takes titles and artists of an entry for each other.</summary>
    public Task TurnAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        entry.Turn();
        return PlanAsync(userId, entry, cancellationToken);
    }

    /// <summary>Reads the file of an entry in other letters: all playlists that are in it.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="codePage">The code page, or null to find out.</param>
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
            entry.Problem = $"In these letters it cannot be read. {exception.Reason}";
        }
    }

    /// <summary>Finds out anew what an entry would change, after its name or the choice about it did. What was said of the playlist of that name holds.</summary>
    public async Task ReplanAsync(int userId, ImportEntry entry, CancellationToken cancellationToken)
    {
        if (entry is { IsSaid: false, AsNew: false } && !string.IsNullOrWhiteSpace(entry.Name) && (await files.FindDecisionsAsync(userId, cancellationToken)).Readings.Find(RemoteId(entry)) is { } choice)
        {
            await ObeyAsync(userId, entry, choice, cancellationToken);
        }

        await PlanAsync(userId, entry, cancellationToken);
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
            imports.Add(new(await ToPlaylistAsync(userId, entry, promised, CancellationToken.None), entry.ApprovesRemoval)
            {
                Choice = entry.IsSaid ? entry.File.Choice : null,
            });
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

    private async Task TakeAsync(int userId, string fileName, string? givenName, PlaylistFileReading reading, CancellationToken cancellationToken)
    {
        if (reading.Playlists.Count == 0 && reading.LeftOut.All(file => file.Cause.Table is null))
        {
            // It says why there is none.
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

    // Said of another table of the same kind.
    private Task<bool> TryReadAsync(int userId, ImportTable table, TableMapping mapping, CancellationToken cancellationToken)
        => TryReadAsync(userId, table, () => Task.FromResult(PlaylistFileReader.ReadTable(table.Table, mapping, table.GivenName)), cancellationToken);

    private async Task<bool> TryReadAsync(int userId, ImportTable table, Func<Task<IReadOnlyList<PlaylistFile>>> readAsync, CancellationToken cancellationToken)
    {
        try
        {
            var read = await readAsync();
            // What was said of its letters is not unsaid by naming its columns.
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

    /// <summary>Takes away what was read from a table, and asks about its columns instead.</summary>
    private ImportTable AskAgain(MappedTable read)
    {
        var before = _entries.Where(entry => entry.File.Understood?.Table == read.Table).ToList();
        var place = _entries.IndexOf(before[0]);
        _entries.RemoveAll(before.Contains);
        var table = new ImportTable(read.Table, before[0].FileName, before[0].GivenName, read.Mapping) { Before = before, Place = place };
        _tables.Add(table);
        return table;
    }

    /// <summary>Reads an entry as its user has said before that this playlist is to be read.</summary>
    private async Task ObeyAsync(int userId, ImportEntry entry, ReadingChoice choice, CancellationToken cancellationToken)
    {
        if (choice.CodePage is { } codePage && codePage != entry.File.CodePage && entry.File.Undecoded is not null)
        {
            await ChooseLettersAsync(userId, entry, codePage, cancellationToken);
        }

        if (choice.IsTitleFirst is { } isTitleFirst && isTitleFirst != entry.File.IsTitleFirst && entry.File.OtherWayRound is not null)
        {
            entry.Turn();
        }
    }

    /// <summary>Adds what was read. Where it was read before, the entries stay, with what was decided about them, and hold what was read now.</summary>
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

    /// <summary>What an entry holds on to, so that it can be read once more.</summary>
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
