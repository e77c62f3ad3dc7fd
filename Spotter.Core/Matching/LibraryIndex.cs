using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>The songs of one library, indexed for matching and search. Immutable: built once, shared by every run and page of its account.</summary>
public sealed class LibraryIndex
{
    private readonly Dictionary<string, Song> _byId;

    private LibraryIndex(IReadOnlyList<Song> songs)
    {
        Songs = songs;
        _byId = songs.ToDictionary(song => song.Id, StringComparer.Ordinal);
    }

    /// <summary>Every song, in the order given.</summary>
    public IReadOnlyList<Song> Songs { get; }

    /// <summary>Builds the index. Ids must be unique.</summary>
    public static LibraryIndex Build(IReadOnlyList<Song> songs) => new(songs);

    /// <summary>The song with this id, or null.</summary>
    public Song? Find(string id) => _byId.GetValueOrDefault(id);
}
