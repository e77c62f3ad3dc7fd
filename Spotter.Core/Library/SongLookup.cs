using Spotter.Core.Matching;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Library;

/// <summary>Recognises songs whose ids have changed: by the id that the server's upgrade made of the old one, otherwise by what the song is.</summary>
/// <param name="index">The library as it is now.</param>
/// <param name="translator">The rule of the server's upgrade, or null if there is none.</param>
public sealed class SongLookup(LibraryIndex index, IIdTranslator? translator)
{
    /// <summary>The library.</summary>
    public LibraryIndex Index => index;

    /// <summary>The song with this id, or with the one that an upgrade of the server makes of it; null if the library has neither.</summary>
    public Song? FindById(string id) => index.Find(id) ?? (translator is null ? null : index.Find(translator.Translate(id)));

    /// <summary>The song as it is in the library now, or null if it is gone. Never merely a similar one.</summary>
    public Song? FindAgain(Song song)
    {
        var there = index.Find(song.Id);
        if (there is not null && IsClearlySame(song, there))
        {
            return there;
        }

        // An id alone proves nothing: the song behind it must be the known one.
        var known = there is null ? song with { Id = translator?.Translate(song.Id) ?? song.Id }
            : IsClearlyDifferent(song, there) ? song with { Id = "" }
            : song;
        return SongIdentity.FindAgain(index, known)?.Song;
    }

    private static bool IsClearlySame(Song before, Song now)
        => before.Title == now.Title && before.Artist == now.Artist && before.DurationMs == now.DurationMs;

    /// <summary>An id that was reassigned: another title, and another code.</summary>
    private static bool IsClearlyDifferent(Song before, Song now)
        => before.Title != now.Title
            && ((before.Isrcs.Count > 0 && now.Isrcs.Count > 0 && !before.Isrcs.Intersect(now.Isrcs).Any())
                || (before.RecordingMbid is { } mbid && now.RecordingMbid is { } other && mbid != other));
}
