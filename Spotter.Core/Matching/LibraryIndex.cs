using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>The songs of one library, indexed for matching and search. Immutable: built once, shared by every run and page of its account.</summary>
public sealed class LibraryIndex
{
    private readonly Dictionary<string, int> _byId;
    private readonly SongReading[] _readings;
    private readonly Postings<string> _byIsrc;
    private readonly Postings<string> _byMbid;
    private readonly Postings<string> _byTitle;
    private readonly Postings<string> _byArtist;
    private readonly TrigramIndex _titleTrigrams;
    private readonly Lazy<SongSearch> _search;

    private LibraryIndex(
        IReadOnlyList<Song> songs,
        Dictionary<string, int> byId,
        SongReading[] readings,
        Postings<string> byIsrc,
        Postings<string> byMbid,
        Postings<string> byTitle,
        Postings<string> byArtist,
        TrigramIndex titleTrigrams)
    {
        Songs = songs;
        _byId = byId;
        _readings = readings;
        _byIsrc = byIsrc;
        _byMbid = byMbid;
        _byTitle = byTitle;
        _byArtist = byArtist;
        _titleTrigrams = titleTrigrams;
        _search = new(() => SongSearch.Build(readings));
    }

    /// <summary>Every song, in the order given.</summary>
    public IReadOnlyList<Song> Songs { get; }

    /// <summary>Builds the index. Ids must be unique.</summary>
    public static LibraryIndex Build(IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        var byId = new Dictionary<string, int>(songs.Count, StringComparer.Ordinal);
        var readings = new SongReading[songs.Count];
        var albums = new Dictionary<string, AlbumName?>(StringComparer.Ordinal);
        var credits = new Dictionary<string, ArtistCredits>(StringComparer.Ordinal);
        var byIsrc = new Postings<string>.Builder(StringComparer.Ordinal);
        var byMbid = new Postings<string>.Builder(StringComparer.Ordinal);
        var byTitle = new Postings<string>.Builder(StringComparer.Ordinal);
        var byArtist = new Postings<string>.Builder(StringComparer.Ordinal);
        var trigrams = new TrigramIndex.Builder();
        for (var i = 0; i < songs.Count; i++)
        {
            var song = songs[i];
            var reading = SongReading.Of(song, CreditsOf, AlbumOf);
            byId.Add(song.Id, i);
            readings[i] = reading;
            foreach (var isrc in song.Isrcs)
            {
                byIsrc.Add(isrc, i);
            }

            if (song.RecordingMbid is { } mbid)
            {
                byMbid.Add(mbid, i);
            }

            byTitle.Add(reading.Title.Key, i);
            byTitle.Add(reading.Title.BaseKey, i);
            trigrams.Add(reading.Title.Key, i);
            if (reading.Title.LatinKey is { } latin)
            {
                trigrams.Add(latin, i);
            }

            foreach (var name in reading.Artists.Names)
            {
                byArtist.Add(name.Key, i);
                if (name.LatinKey is { } latinName)
                {
                    byArtist.Add(latinName, i);
                }
            }
        }

        return new(songs, byId, readings, byIsrc.Build(), byMbid.Build(), byTitle.Build(), byArtist.Build(), trigrams.Build());

        // Albums and artists are shared by many songs: each is read once.
        AlbumName? AlbumOf(string? name)
        {
            if (name is null)
            {
                return null;
            }

            if (!albums.TryGetValue(name, out var album))
            {
                albums[name] = album = AlbumName.Of(name);
            }

            return album;
        }

        ArtistCredits CreditsOf(IEnumerable<string?> lines)
        {
            var list = lines as IReadOnlyList<string?> ?? [.. lines];
            var key = string.Join('\u001F', list);
            if (!credits.TryGetValue(key, out var artists))
            {
                credits[key] = artists = ArtistCredits.Of(list);
            }

            return artists;
        }
    }

    /// <summary>The song with this id, or null.</summary>
    public Song? Find(string id) => FindReading(id)?.Song;

    /// <summary>
    /// Songs whose title, artists or album hold every word of the text; the last letters of a word may be missing, as while typing. Best first.
    /// Where no song holds all words, those that hold most of them.
    /// </summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="limit">How many songs at most.</param>
    public IReadOnlyList<Song> Search(string text, int limit) => _search.Value.Find(text, limit);

    internal SongReading? FindReading(string id) => id is not null && _byId.TryGetValue(id, out var i) ? _readings[i] : null;

    internal IEnumerable<SongReading> WithIsrc(string isrc) => At(_byIsrc[isrc]);

    internal IEnumerable<SongReading> WithMbid(string mbid) => At(_byMbid[mbid]);

    /// <summary>The songs that have this title key, with or without a subtitle.</summary>
    internal IEnumerable<SongReading> WithTitle(string key) => At(_byTitle[key]);

    /// <summary>The songs that credit an artist of this key.</summary>
    internal IEnumerable<SongReading> WithArtist(string key) => At(_byArtist[key]);

    /// <summary>The songs whose title shares most of its letters with this key.</summary>
    internal IEnumerable<SongReading> WithTitleLike(string key) => At(_titleTrigrams.Find(key));

    private SongReading[] At(ReadOnlySpan<int> positions)
    {
        var found = new SongReading[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            found[i] = _readings[positions[i]];
        }

        return found;
    }
}
