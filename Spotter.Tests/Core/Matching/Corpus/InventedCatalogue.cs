using System.Globalization;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>
/// An invented library like those that people have: artists in several scripts, albums and their second editions, samplers of many artists,
/// concerts, remixes and demos, parts, medleys, guests, and songs that others cover. The same for the same seed.
/// </summary>
internal sealed class InventedCatalogue
{
    private readonly Random _random;
    private readonly InventedWords _words;
    private readonly List<Recording> _recordings = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _songs;

    private InventedCatalogue(int artists, int seed)
    {
        _random = new(seed);
        _words = new(_random);
        for (var i = 0; i < artists; i++)
        {
            AddArtist();
        }

        AddCovers();
        AddSamplers();
    }

    /// <summary>The recordings with a plain name, from which tracks are made.</summary>
    public IReadOnlyList<Recording> Recordings => _recordings;

    public IReadOnlyList<Song> Songs => [.. _recordings.SelectMany(recording => recording.Songs)];

    public static InventedCatalogue Of(int artists, int seed) => new(artists, seed);

    /// <summary>Whether the artist has no song of this name.</summary>
    public bool Lacks(string artist, string name) => !_names.Contains($"{artist}|{name}");

    private void AddArtist()
    {
        var letters = _words.Pick("Latin", "Latin", "Latin", "Latin", "Latin", "Latin", "Latin", "marks", "Cyrillic", "Greek", "kana");
        var artist = _words.Artist(letters);
        for (var albums = _random.Next(1, 4); albums > 0; albums--)
        {
            var album = _words.Title(letters);
            var tracks = Enumerable.Range(0, 8).SelectMany(_ => NewSongs(artist, letters)).ToArray();
            Put(tracks, album, artist, "");
            if (_random.Next(6) == 0)
            {
                Put(tracks, album + _words.Pick(" (Deluxe Edition)", " [2011 Remaster]", " (Expanded Edition)"), artist, _words.Pick("", " (Remastered)", " - 2011 Remaster"));
            }

            if (_random.Next(6) == 0)
            {
                var place = _words.Name("Latin");
                Put([.. tracks.Take(5).Select(track => Other(track, _words.Pick(" (Live)", $" (Live at {place})", $" - Live at {place}")))], $"Live at {place}", artist, "");
            }

            // Only length and album distinguish a song that was recorded again years later.
            var again = tracks.Where(_ => _random.Next(45) == 0).ToArray();
            Put([.. again.Select(track => Other(track, ""))], _words.Title(letters), artist, "");
            foreach (var track in tracks.Where(_ => _random.Next(20) == 0))
            {
                Put([Other(track, _words.Pick(" (Acoustic)", " (Demo)", $" ({_words.Name("Latin")} Remix)", " (Instrumental)"))], track.Name + " (Single)", artist, "");
            }
        }
    }

    private Recording[] NewSongs(string artist, string letters)
    {
        var name = _words.Title(letters);
        if (!_names.Add($"{artist}|{name}"))
        {
            return [];
        }

        string[] artists = _random.Next(14) == 0 ? [artist, _words.Artist("Latin")] : [artist];
        return _random.Next(30) switch
        {
            0 => [New(artists, name + ", Pt. 1"), New(artists, name + ", Pt. 2")],
            1 => [New(artists, $"{name} / {_words.Title(letters)}")],
            2 or 3 => [New(artists, $"{name} ({_words.Title(letters)})")],
            _ => [New(artists, name)],
        };
    }

    private Recording New(string[] artists, string name, string version = "")
    {
        var recording = new Recording(
            artists, name, version, _random.Next(100_000, 400_000),
            _random.Next(10) < 7 ? string.Create(CultureInfo.InvariantCulture, $"QZTST26{_recordings.Count:00000}") : null);
        _recordings.Add(recording);
        return recording;
    }

    private Recording Other(Recording plain, string version)
    {
        plain.HasOthers = true;
        var recording = New(plain.Artists, plain.Name, version);
        recording.HasOthers = true;
        return recording;
    }

    private void Put(IEnumerable<Recording> recordings, string album, string albumArtist, string decoration)
    {
        foreach (var recording in recordings)
        {
            recording.Songs.Add(new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"song-{_songs++:00000}"),
                Title = recording.Title + decoration,
                Artist = string.Join(" • ", recording.Artists),
                Artists = recording.Artists,
                Album = album,
                AlbumArtist = albumArtist,
                DurationMs = recording.Milliseconds / 1000 * 1000,
                Isrcs = recording.Isrc is { } isrc ? [isrc] : [],
            });
        }
    }

    private void AddCovers()
    {
        var sung = _recordings.Where(recording => recording.Version.Length == 0 && _random.Next(25) == 0).ToArray();
        foreach (var song in sung)
        {
            var artist = _words.Artist("Latin");
            if (_names.Add($"{artist}|{song.Name}"))
            {
                Put([New([artist], song.Name)], _words.Title("Latin"), artist, "");
            }
        }
    }

    private void AddSamplers()
    {
        var hits = _recordings.Where(recording => recording.Version.Length == 0 && _random.Next(12) == 0).ToArray();
        foreach (var tracks in hits.Chunk(15))
        {
            Put(tracks, _words.Pick("Summer Hits", "Greatest Hits", "Now Hear This", "The Best of") + $" {_random.Next(1990, 2026)}", "Various Artists", "");
        }
    }
}
