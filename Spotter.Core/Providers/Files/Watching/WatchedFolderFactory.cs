using Microsoft.Extensions.Logging;
using Spotter.Core.Facts;
using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>Makes the kind "file" a standing source: a folder whose files become playlists.</summary>
internal sealed class WatchedFolderFactory : ISourceFactory, IStandingSource, IDisposable
{
    private const string UserValue = "user";

    private readonly WatchedFolder _folder;
    private readonly FolderChanges _changes;
    private readonly FolderWatch _watch;

    public WatchedFolderFactory(string path, PlaylistFileReader reader, FindKnownDecisions decisionsOf, SidesOf sidesOf, TimeProvider clock, ILogger<WatchedFolderFactory> logger)
    {
        _changes = new FolderChanges(clock);
        _folder = new WatchedFolder(path, reader, decisionsOf, sidesOf, _changes, clock);
        _watch = new FolderWatch(path, _changes, clock, logger);
    }

    /// <summary>The same for every user's connection, since a folder has no accounts.</summary>
    public static SourceOwner Owner { get; } = new("watched-folder", "watched folder");

    public string Kind => ProviderKinds.File;

    public string DisplayName => FileProviderFactory.Name;

    public Fact Summary => new Fact.FolderSummary();

    public IReadOnlyList<SourceField> Fields => [];

    public Fact Title => new Fact.FolderTitle();

    public string Place => _folder.Path;

    public IConnectedSource Open(SourceSession session) => new WatchedFolderSource(_folder, session.Values.Find(UserValue));

    public Fact Explain(string userName) => new Fact.FolderExplained(userName);

    public (SourceOwner Owner, SourceValues Values) ConnectionOf(string userName)
        => (Owner, new SourceValues([KeyValuePair.Create<string, string?>(UserValue, userName)]));

    public IReadOnlyList<Fact> FindRemarks(string userName) => _folder.FindRemarks(userName);

    public bool TakeChange()
    {
        _watch.Check();
        return _changes.Take();
    }

    public void Dispose() => _watch.Dispose();
}
