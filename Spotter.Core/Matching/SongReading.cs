using System.Buffers;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A song as matching reads it. Each part is parsed on first use.</summary>
internal sealed class SongReading
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-–—/|");

    private readonly IndexPart? _part;
    private readonly int _number;
    private Song? _song;
    private string? _wholeTitle;
    private ParsedTitle? _title;
    private ParsedTitle? _written;
    private ArtistCredits? _artists;
    private AlbumName? _album;
    private bool _isAlbumRead;
    private IReadOnlyList<(TitleReadingKind Kind, ParsedTitle Title)>? _others;

    /// <summary>Reads a song of an index.</summary>
    public SongReading(IndexPart part, int number)
    {
        _part = part;
        _number = number;
    }

    private SongReading(Song song) => _song = song;

    public Song Song => _song ??= _part!.Table[_number];

    public string Id => _song?.Id ?? _part!.Table.Ids.TextOf(_number);

    public int? DurationMs => _part is null ? _song!.DurationMs : _part.Table.DurationOf(_number);

    /// <summary>The title without the artist that some tags repeat before it.</summary>
    public ParsedTitle Title
    {
        get
        {
            if (_title is null)
            {
                var whole = SourceText.WithoutEntities(WholeTitle);
                var rest = WithoutArtist(whole, CreditsWithoutGuests);
                _title = TitleParser.Parse(rest);
                _written = ReferenceEquals(rest, whole) ? _title : TitleParser.Parse(whole);
            }

            return _title;
        }
    }

    /// <summary>The title as written. The same object as <see cref="Title"/> if no artist was cut off.</summary>
    public ParsedTitle Written
    {
        get
        {
            _ = Title;
            return _written!;
        }
    }

    /// <summary>The title without additions: the album's name, an artist after it, a track number before it. Usually none.</summary>
    public IReadOnlyList<(TitleReadingKind Kind, ParsedTitle Title)> Others
        => _others ??= WholeTitle.AsSpan().ContainsAny(Separators) || char.IsAsciiDigit(WholeTitle.FirstOrDefault())
            ? [.. Cuts(SourceText.WithoutEntities(WholeTitle), CreditsWithoutGuests, Album?.Key).Select(cut => (cut.Kind, TitleParser.Parse(cut.Remainder)))]
            : [];

    public string WholeTitle => _wholeTitle ??= _song?.Title ?? _part!.Table.Titles.TextOf(_number);

    public ArtistCredits Artists => _artists ??= Title.Featured.Count == 0
        ? CreditsWithoutGuests()
        : ArtistCredits.Of([.. Song.Artists, Song.Artist, Song.AlbumArtist], Title.Featured);

    public AlbumName? Album
    {
        get
        {
            if (!_isAlbumRead)
            {
                _album = _part is null ? AlbumName.Of(_song!.Album) : _part.AlbumOf(_number);
                _isAlbumRead = true;
            }

            return _album;
        }
    }

    public bool IsCompilation
        => Album is { IsCompilation: true } || (Song.AlbumArtist is { } artist && MusicWords.NoArtistNames.Contains(TextNormalizer.Key(artist)));

    /// <summary>Reads a song that is not part of an index.</summary>
    public static SongReading Of(Song song) => new(song);

    /// <summary>
    /// The title without the artist's name before a dash. Some tags repeat it: "Arctic Monkeys - Do I Wanna Know?". In a classical work's
    /// title, the composer belongs to it.
    /// </summary>
    public static string WithoutArtist(string title, Func<ArtistCredits> artists)
    {
        foreach (var (head, tail, _) in TitleParser.Splits(title))
        {
            if (ArtistSimilarity.Of(ArtistCredits.Of([head]), artists()) >= 1 && WorkReader.Read(title) is null && !TitleParser.IsWholeName(head, title))
            {
                return tail;
            }
        }

        return title;
    }

    // The same cuts as for a track. Nothing is cut if only a version would be left or cut.
    private static IEnumerable<(TitleReadingKind Kind, string Remainder)> Cuts(string title, Func<ArtistCredits> artists, string? album)
    {
        foreach (var (head, tail, isDash) in TitleParser.Splits(title))
        {
            if (TitleParser.IsWholeName(head, title) || WorkReader.Read(title) is not null)
            {
                continue;
            }

            if (isDash && album is { Length: > 0 } && TextNormalizer.Key(head) == album)
            {
                yield return (TitleReadingKind.WithoutAlbum, tail);
            }
            else if (isDash && album is { Length: > 0 } && TextNormalizer.Key(tail) == album)
            {
                yield return (TitleReadingKind.WithoutAlbum, head);
            }
            else if (ArtistSimilarity.Of(ArtistCredits.Of([tail]), artists()) >= 1)
            {
                yield return (TitleReadingKind.WithoutArtist, head);
            }
        }

        if (title.Length > 0 && char.IsAsciiDigit(title[0]) && TrackNumber.Behind(title, out _) is null && SourceText.BehindNumber(title) is { } unnumbered)
        {
            yield return (TitleReadingKind.WithoutNumber, unnumbered);
        }
    }

    /// <summary>Whether it is the song at this position.</summary>
    public bool IsAt(IndexPart part, int number) => _part == part && _number == number;

    /// <summary>Whether both are the same song of the same library.</summary>
    public bool IsSameAs(SongReading other)
        => ReferenceEquals(this, other) || (_part is not null && other.IsAt(_part, _number)) || ((_part is null || other._part is null) && Id == other.Id);

    private ArtistCredits CreditsWithoutGuests()
        => _part is null ? ArtistCredits.Of([.. _song!.Artists, _song.Artist, _song.AlbumArtist]) : _part.ArtistsOf(_number);
}
