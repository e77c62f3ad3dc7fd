using System.Runtime.InteropServices;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// Fills the columns of a <see cref="SongTable"/> song by song. It keeps no reference to the songs. Neighbours usually share album and
/// artists, which then cost only a comparison.
/// </summary>
/// <param name="expected">The expected number of songs, for allocating memory.</param>
public sealed class SongTableBuilder(int expected)
{
    private readonly TextColumn.Builder _ids = new(expected, 24);
    private readonly TextColumn.Builder _titles = new(expected, 24);
    private readonly TextColumn.Builder _paths = new(expected, 64);
    private readonly TextColumn.Builder _covers = new(expected, 16);
    private readonly TextColumn.Builder _isrcs = new(expected, 12);
    private readonly TextColumn.Builder _mbids = new(expected, 36);
    private readonly TextColumn.Builder _artistLines = new(expected / 16, 16);
    private readonly TextColumn.Builder _artistLists = new(expected / 16, 16);
    private readonly TextColumn.Builder _albumNames = new(expected / 8, 24);
    private readonly TextColumn.Builder _albumArtists = new(expected / 8, 16);
    private readonly TextColumn.Builder _albumIds = new(expected / 8, 24);
    private readonly TextColumn.Builder _suffixes = new(4, 4);
    private readonly Dictionary<CreditKey, int> _credits = [];
    private readonly Dictionary<AlbumKey, int> _albums = [];
    private readonly Dictionary<string, int> _suffixNumbers = new(StringComparer.Ordinal);
    private readonly List<int>[] _numbers = [.. Enumerable.Range(0, 8).Select(_ => new List<int>(expected))];
    private readonly List<byte> _flags = new(expected);
    private readonly Dictionary<ulong, int> _rowsById = [];
    private CreditKey _lastCredit;
    private int _creditNumber = -1;
    private AlbumKey _lastAlbum;
    private int _albumNumber = -1;
    private string? _lastSuffix;
    private int _suffixNumber = -1;

    /// <summary>The number of songs added.</summary>
    public int Count => _flags.Count;

    /// <summary>Adds the song, unless one with its id was already added.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rowsById, TextHash.Of(song.Id), out var isKnown);
        if (isKnown && _ids.IsAt(row, song.Id))
        {
            return false;
        }

        // If two ids have the same hash, the later one is not recognised: its song may be added twice, and the read then fails its
        // plausibility check.
        row = Count;
        Add(song);
        return true;
    }

    /// <summary>The table of the songs added. The builder must not be used afterwards.</summary>
    public SongTable Build() => new(
        _ids.Build(), _titles.Build(), _paths.Build(), _covers.Build(), _isrcs.Build(), _mbids.Build(), _artistLines.Build(),
        _artistLists.Build(), _albumNames.Build(), _albumArtists.Build(), _albumIds.Build(), _suffixes.Build(),
        [.. _numbers.Select(column => column.ToArray())], [.. _flags]);

    /// <summary>Adds the song, whose id must be new.</summary>
    internal void Add(Song song)
    {
        _ids.Add(song.Id);
        _titles.Add(song.Title);
        _paths.Add(song.Path);
        _covers.Add(song.CoverArtId);
        _isrcs.Add(song.Isrcs, ' ');
        _mbids.Add(song.RecordingMbid);

        var credit = new CreditKey(song.Artist, song.Artists);
        if (_creditNumber < 0 || !credit.Equals(_lastCredit))
        {
            (_lastCredit, _creditNumber) = (credit, NumberOf(credit));
        }

        var album = new AlbumKey(song.Album, song.AlbumArtist, song.AlbumId);
        if (_albumNumber < 0 || !album.Equals(_lastAlbum))
        {
            (_lastAlbum, _albumNumber) = (album, NumberOf(album));
        }

        var suffix = song.Suffix ?? "";
        if (_suffixNumber < 0 || suffix != _lastSuffix)
        {
            (_lastSuffix, _suffixNumber) = (suffix, SuffixNumberOf(suffix));
        }

        _numbers[0].Add(_creditNumber);
        _numbers[1].Add(_albumNumber);
        _numbers[2].Add(song.DurationMs ?? SongTable.Unknown);
        _numbers[3].Add(song.TrackNumber ?? SongTable.Unknown);
        _numbers[4].Add(song.DiscNumber ?? SongTable.Unknown);
        _numbers[5].Add(song.Year ?? SongTable.Unknown);
        _numbers[6].Add(song.BitRate ?? SongTable.Unknown);
        _numbers[7].Add(_suffixNumber);
        _flags.Add(song.IsStarred ? SongTable.Starred : (byte)0);
    }

    private int NumberOf(CreditKey credit)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_credits, credit, out var isKnown);
        if (!isKnown)
        {
            number = _artistLines.Count;
            _artistLines.Add(credit.Line);
            _artistLists.Add(credit.Names, SongTable.ListSeparator);
        }

        return number;
    }

    private int NumberOf(AlbumKey album)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_albums, album, out var isKnown);
        if (!isKnown)
        {
            number = _albumNames.Count;
            _albumNames.Add(album.Name);
            _albumArtists.Add(album.Artist);
            _albumIds.Add(album.Id);
        }

        return number;
    }

    private int SuffixNumberOf(string suffix)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_suffixNumbers, suffix, out var isKnown);
        if (!isKnown)
        {
            number = _suffixes.Count;
            _suffixes.Add(suffix);
        }

        return number;
    }

    private readonly record struct AlbumKey(string? Name, string? Artist, string? Id)
    {
        public bool Equals(AlbumKey other) => Name == other.Name && Artist == other.Artist && Id == other.Id;

        public override int GetHashCode() => (int)TextHash.Mix(TextHash.Of(Name) ^ (TextHash.Of(Id) + 1));
    }

    private readonly record struct CreditKey(string Line, IReadOnlyList<string> Names)
    {
        public bool Equals(CreditKey other)
        {
            if (Line != other.Line || Names.Count != other.Names.Count)
            {
                return false;
            }

            for (var i = 0; i < Names.Count; i++)
            {
                if (Names[i] != other.Names[i])
                {
                    return false;
                }
            }

            return true;
        }

        public override int GetHashCode() => (int)TextHash.Mix(TextHash.Of(Line) + (ulong)Names.Count);
    }
}
