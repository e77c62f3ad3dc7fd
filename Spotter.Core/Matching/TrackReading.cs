using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A source track as matching reads it. A title with a dash may contain the artist, so there can be more than one way to read
/// it.</summary>
internal sealed class TrackReading
{
    private TrackReading(SourceTrack source, SourceTrack track, IReadOnlyList<TitleReading> ways)
    {
        TitleAsWritten = source.Title;
        CreditAsWritten = source.ArtistLine;
        Track = track;
        Ways = ways;
        Album = AlbumName.Of(track.Album);
    }

    public SourceTrack Track { get; }

    /// <summary>The title of the source, before anything is cut off.</summary>
    public string TitleAsWritten { get; }

    /// <summary>The artist line of the source, unchanged.</summary>
    public string CreditAsWritten { get; }

    public ParsedTitle Title => Ways[0].Title;

    public ArtistCredits Artists => Ways[0].Artists;

    public AlbumName? Album { get; }

    /// <summary>The ways to read the title, as written first. The others are additional and never replace it.</summary>
    public IReadOnlyList<TitleReading> Ways { get; }

    /// <summary>The doubts that do not count.</summary>
    public MatchAllowances Allows { get; private set; }

    public static TrackReading Of(SourceTrack source, MatchAllowances allows)
    {
        var reading = Of(source);
        reading.Allows = allows;
        return reading;
    }

    public static TrackReading Of(SourceTrack source)
    {
        var track = Clean(source);
        var title = TitleParser.Parse(track.Title);
        var line = track.ArtistLine;
        var named = ArtistCredits.Of([.. track.Artists, line]);
        var ways = new List<TitleReading> { new(TitleReadingKind.AsWritten, title, With(title)) { Text = source.Title, Credit = source.ArtistLine } };
        if (title.Work is not null && !named.IsEmpty)
        {
            // In a classical work's title, the composer before it belongs to the work.
            return new(source, track, ways);
        }

        var album = TextNormalizer.Key(track.Album);
        foreach (var (head, tail, isDash) in TitleParser.Splits(TrackNumber.Behind(track.Title, out _) ?? track.Title))
        {
            // "Harbour - Remix" on the single "Harbour" is that song's remix, and "Harbour - Acoustic" on the album "Acoustic" stays
            // acoustic.
            var isVersion = TitleParser.Parse(head).Key == title.Key;
            if (KindOf(head, isDash) is { } inFront)
            {
                if (!TitleParser.IsWholeName(head, track.Title))
                {
                    Add(inFront, tail);
                }
            }
            else if (!isVersion && KindOf(tail, isDash) is { } behind)
            {
                Add(behind, head);
            }
            else if (!named.IsEmpty)
            {
                AddGuess(head, tail);
            }

            if (named.IsEmpty)
            {
                AddGuess(head, tail);
                if (!TitleParser.Splits(tail).Any())
                {
                    AddGuess(tail, head);
                }
            }
        }

        if (SourceText.TryCutBy(track.Title, out var bare, out var maker))
        {
            if (KindOf(maker, mayBeAlbum: false) is { } by)
            {
                Add(by, bare);
            }
            else
            {
                AddGuess(maker, bare);
            }
        }

        if (SourceText.BeforeLength(track.Title) is { } timeless)
        {
            Add(TitleReadingKind.WithoutLength, timeless);
        }

        if (title.Unnumbered is null && SourceText.BehindNumber(track.Title) is { } unnumbered)
        {
            Add(TitleReadingKind.WithoutNumber, unnumbered);
        }

        return new(source, track, ways);

        void Add(TitleReadingKind kind, string rest)
        {
            var parsed = TitleParser.Parse(rest);
            ways.Add(new(kind, parsed, With(parsed)) { Text = rest, Credit = source.ArtistLine });
        }

        void AddGuess(string artist, string rest)
        {
            var parsed = TitleParser.Parse(rest);
            ways.Add(new(TitleReadingKind.ArtistInTitle, parsed, ArtistCredits.Of([artist, line.Length > 0 ? $"{line} - {artist}" : null], parsed.Featured)) { Text = rest, Credit = artist });
        }

        ArtistCredits With(ParsedTitle parsed)
            => parsed.Featured.Count == 0 ? named : ArtistCredits.Of([.. track.Artists, line], parsed.Featured);

        // After a slash there is more often another song than the album.
        TitleReadingKind? KindOf(string part, bool mayBeAlbum)
            => !named.IsEmpty && ArtistSimilarity.Of(ArtistCredits.Of([part]), named) >= 1 ? TitleReadingKind.WithoutArtist
                : mayBeAlbum && album.Length > 0 && TextNormalizer.Key(part) == album ? TitleReadingKind.WithoutAlbum
                : null;
    }

    /// <summary>
    /// Whether the song agrees exactly in title, artists, album and length, as far as the track has them: then it is the very entry asked
    /// for. If the track names no artist, the song's artist may be before the title.
    /// </summary>
    public bool IsEntry(SongReading song)
    {
        if (TitleAsWritten.Length < song.WholeTitle.Length || !TitleAsWritten.EndsWith(song.WholeTitle, StringComparison.Ordinal))
        {
            return false;
        }

        var isBy = TitleAsWritten.Length == song.WholeTitle.Length
            ? CreditAsWritten == song.Song.Artist || Track.Artists.SequenceEqual(song.Song.Artists)
            : CreditAsWritten.Length == 0 && TitleAsWritten == $"{song.Song.Artist} - {song.WholeTitle}";
        return isBy
            && (Track.Album is null || Track.Album == song.Song.Album)
            && (MatchScorer.DurationDifference(Track.DurationMs, song.DurationMs) is not { } difference || MatchScorer.IsSameSecond(difference));
    }

    // Without text that belongs to no title or name. Usually there is none, and the track itself is returned.
    private static SourceTrack Clean(SourceTrack track)
    {
        var title = SourceText.WithoutEntities(track.Title);
        var artists = track.Artists.Select(artist => SourceText.Artist(WithoutAlbum(SourceText.WithoutEntities(artist), track.Album)))
            .Where(artist => artist.Length > 0 && !SourceText.IsNobody(artist)).ToArray();
        return ReferenceEquals(title, track.Title) && artists.SequenceEqual(track.Artists) ? track : track with { Title = title, Artists = artists };
    }

    // "Ann Ash - Lanterns": some tables have the album after the artist.
    private static string WithoutAlbum(string artist, string? album)
        => album is { Length: > 0 } && artist.Length > album.Length + 3 && artist.EndsWith($" - {album}", StringComparison.OrdinalIgnoreCase) ? artist[..^(album.Length + 3)] : artist;
}
