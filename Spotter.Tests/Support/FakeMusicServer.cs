using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support;

/// <summary>A music server in memory behind Core's interfaces. It can be told to fail before or after it acts.</summary>
internal sealed class FakeMusicServer : IPlaylistSyncer, ILibraryReader, IGenreReader, IIdTranslator, IProviderFactory, IIdentityProvider
{
    private readonly Dictionary<string, TargetSummary> _summaries = [];
    private readonly Dictionary<string, List<string>> _contents = [];
    private readonly Dictionary<string, Song> _known = [];
    private readonly Dictionary<string, DateTimeOffset> _changed = [];
    private Func<string, string> _rule = id => id;
    private int _nextId;
    private int _changes;

    public string Kind => ProviderKinds.Navidrome;

    public string DisplayName => "Navidrome";

    /// <summary>What search finds. A song that was found once stays playable in lists, unless it is in <see cref="Vanished"/>.</summary>
    public List<Song> Library { get; } = [];

    /// <summary>The server's song counts per genre; null for a server that does not count them.</summary>
    public List<KeyValuePair<string, int>>? Genres { get; set; }

    /// <summary>Songs that left the server after its library was read. Like Navidrome, it accepts their ids without an error and never
    /// shows them.</summary>
    public HashSet<string> Vanished { get; } = [];

    public bool IsScanning { get; set; }

    /// <summary>The change detector. It changes when a scan has ended.</summary>
    public string Stamp { get; set; } = "1";

    /// <summary>Whether each scan changes the change detector.</summary>
    public bool TellsScans { get; set; } = true;

    public bool ReturnsIdOnCreate { get; set; } = true;

    /// <summary>Whether lists carry the time of their last change.</summary>
    public bool TellsChanges { get; set; } = true;

    /// <summary>The name of every call, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Called before a call acts; throw to refuse it.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>Called after a call has acted; throw to lose the reply.</summary>
    public Func<string, Task>? After { get; set; }

    public string? Password { get; set; } = "secret";

    /// <summary>The most songs that it accepts in one call.</summary>
    public int MaxSongs { get; set; } = int.MaxValue;

    public int SongsPerCall => MaxSongs;

    public IReadOnlyList<string> Writes => [.. Calls.Where(call => call is "create" or "replace" or "append" or "describe" or "delete")];

    public IReadOnlyList<TargetSummary> Lists => [.. _summaries.Values];

    public static Song Song(string id, string title, string artist = "Ada", string? isrc = null) => new()
    {
        Id = id, Title = title, Artist = artist, Artists = [artist], Album = "Album", DurationMs = 180_000, Isrcs = isrc is null ? [] : [isrc], CoverArtId = "al-" + id,
    };

    public IReadOnlyList<string> ContentOf(string listId) => _contents[listId];

    public string Add(string name, IEnumerable<string> songIds, string owner = "ann", bool isReadOnly = false)
    {
        var id = $"list-{++_nextId}";
        _summaries[id] = new TargetSummary(id, name, 0) { Owner = owner, IsOwn = owner == "ann", IsReadOnly = isReadOnly };
        _contents[id] = [.. songIds];
        Touch(id);
        return id;
    }

    public void Edit(string listId, Func<TargetSummary, TargetSummary> edit)
    {
        _summaries[listId] = edit(_summaries[listId]);
        Touch(listId);
    }

    public void SetContent(string listId, params string[] songIds)
    {
        _contents[listId] = [.. songIds];
        Touch(listId);
    }

    /// <summary>An upgrade that gives all songs and lists new ids. The change detector changes.</summary>
    public void Renumber(Func<string, string> rule, bool isTold = true)
    {
        var lists = _summaries.Values.Select(list => (List: list with { Id = rule(list.Id) }, Content: _contents[list.Id])).ToList();
        var library = Library.Select(song => song with { Id = rule(song.Id) }).ToList();
        _summaries.Clear();
        _contents.Clear();
        _known.Clear();
        Library.Clear();
        Library.AddRange(library);
        library.ForEach(song => _known[song.Id] = song);
        foreach (var (list, content) in lists)
        {
            _summaries[list.Id] = list;
            _contents[list.Id] = [.. content.Select(rule)];
            Touch(list.Id);
        }

        _rule = isTold ? rule : id => id;
        Stamp += "'";
    }

    public string Translate(string id) => _rule(id);

    public void Drop(string listId)
    {
        _summaries.Remove(listId);
        _contents.Remove(listId);
    }

    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(this);

    /// <summary>If <see cref="Before"/> refuses the call, the password counts as refused too.</summary>
    public async Task<ServerIdentity?> CheckAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            await (Before?.Invoke("check") ?? Task.CompletedTask);
        }
        catch (ProviderException refusal) when (refusal.Failure == ProviderFailure.Unauthorized)
        {
            return null;
        }

        return credentials.Password == Password ? new ServerIdentity(credentials.UserName, false, "navidrome", "0.64.0") : null;
    }

    public Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken)
        => CallAsync("stamp", () => new LibraryStamp(Stamp, IsScanning, Library.Count) { MovesWithEveryScan = TellsScans });

    public Task<IReadOnlyList<KeyValuePair<string, int>>> ReadGenresAsync(CancellationToken cancellationToken)
        => CallAsync<IReadOnlyList<KeyValuePair<string, int>>>("genres", () => Genres ?? throw new ProviderException(Kind, ProviderFailure.Malformed, new Fact.SaidBefore("There is no such method.")));

    public Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken) => CallAsync("library", () =>
    {
        progress?.Report(new(Library.Count, Library.Count));
        Library.ForEach(song => _known[song.Id] = song);
        return new LibraryRead(SongTable.Of([.. Library.Where(song => !Vanished.Contains(song.Id))]), new(Stamp, false, Library.Count) { MovesWithEveryScan = TellsScans });
    });

    public Task<LibraryNews?> ReadNewsAsync(KnownLibrary known, LibraryStamp now, CancellationToken cancellationToken) => Task.FromResult<LibraryNews?>(null);

    public Task<IReadOnlyList<TargetSummary>> ListTargetsAsync(CancellationToken cancellationToken)
        => CallAsync("list", () => (IReadOnlyList<TargetSummary>)[.. _summaries.Values.Select(Counted)]);

    public Task<Target?> ReadTargetAsync(string targetId, CancellationToken cancellationToken) => CallAsync("read", () => Find(targetId));

    public Task<Target?> SyncPlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken) => CallAsync("create", () =>
    {
        Assert.InRange(songIds.Count, 0, MaxSongs);
        var id = Add(name, songIds);
        return ReturnsIdOnCreate ? Find(id) : null;
    });

    public Task<Target> UpdatePlaylistTracksAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => CallAsync("replace", () =>
        {
            _ = Find(targetId) ?? throw Gone();
            Assert.InRange(songIds.Count, 0, MaxSongs);
            _contents[targetId] = [.. songIds];
            Touch(targetId);
            return Find(targetId)!;
        });

    public Task AppendAsync(string targetId, IReadOnlyList<string> songIds, CancellationToken cancellationToken) => CallAsync("append", () =>
    {
        _ = Find(targetId) ?? throw Gone();
        Assert.InRange(songIds.Count, 1, MaxSongs);
        _contents[targetId].AddRange(songIds);
        Touch(targetId);
        return true;
    });

    public Task UpdateDetailsAsync(string targetId, string? name, string? comment, CancellationToken cancellationToken) => CallAsync("describe", () =>
    {
        var summary = (Find(targetId) ?? throw Gone()).Summary;
        _summaries[targetId] = summary with { Name = name ?? summary.Name, Comment = comment ?? summary.Comment };
        Touch(targetId);
        return true;
    });

    public Task DeletePlaylistAsync(string targetId, CancellationToken cancellationToken) => CallAsync("delete", () =>
    {
        // As the interface promises, this also works with the id that an upgrade gave it.
        Drop(_summaries.ContainsKey(targetId) ? targetId : Translate(targetId));
        return true;
    });

    public Uri? LinkTo(string targetId) => null;

    public Uri? LinkTo(Song song) => new($"http://127.0.0.1/app/#/album/{song.AlbumId}/show");

    private static ProviderException Gone() => new(ProviderKinds.Navidrome, ProviderFailure.NotFound, new Fact.SaidBefore("It is gone."));

    private TargetSummary Counted(TargetSummary summary) => summary with
    {
        SongCount = _contents[summary.Id].Count,
        ChangedAt = TellsChanges ? _changed[summary.Id] : null,
    };

    private void Touch(string listId) => _changed[listId] = DateTimeOffset.UnixEpoch.AddSeconds(++_changes);

    private Target? Find(string id)
        => _summaries.TryGetValue(id, out var summary)
            ? new Target(Counted(summary), [.. _contents[id].Where(song => !Vanished.Contains(song)).Select(song => _known.GetValueOrDefault(song)).OfType<Song>()])
            : null;

    private async Task<T> CallAsync<T>(string name, Func<T> act)
    {
        Calls.Add(name);
        await (Before?.Invoke(name) ?? Task.CompletedTask);
        var result = act();
        await (After?.Invoke(name) ?? Task.CompletedTask);
        return result;
    }
}
