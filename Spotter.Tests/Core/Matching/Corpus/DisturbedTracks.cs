using System.Globalization;
using System.Text;
using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>Tracks of an invented catalogue as sources give them: spelt differently, damaged, incomplete; and tracks that the library does
/// not have.</summary>
internal sealed class DisturbedTracks
{
    private readonly InventedCatalogue _catalogue;
    private readonly Random _random;
    private readonly InventedWords _words;
    private readonly Recording[] _plain;
    private readonly (string Category, Func<Recording, SourceTrack, SourceTrack?> Change)[] _present;
    private readonly (string Category, Func<Recording, SourceTrack, SourceTrack?> Change)[] _absent;

    private DisturbedTracks(InventedCatalogue catalogue, int seed)
    {
        _catalogue = catalogue;
        _random = new(seed);
        _words = new(_random);
        _plain = [.. catalogue.Recordings.Where(recording => recording.Version.Length == 0)];
        _present =
        [
            ("as it is", (_, track) => track),
            ("case", (_, track) => track with { Title = _random.Next(2) == 0 ? track.Title.ToUpperInvariant() : track.Title.ToLowerInvariant() }),
            ("without marks", (_, track) => TextNormalizer.MarkedKey(track.Title) == TextNormalizer.Key(track.Title) ? null : track with { Title = Bare(track.Title) }),
            ("marks written apart", (_, track) => track with { Title = track.Title.Normalize(NormalizationForm.FormD), Artists = [.. track.Artists.Select(name => name.Normalize(NormalizationForm.FormD))] }),
            ("full width", (_, track) => track with { Title = string.Concat(track.Title.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)) }),
            ("a mistake in the title", (_, track) => Misspelt(track.Title) is { } title && track.DurationMs is not null ? track with { Title = title } : null),
            ("a mistake in the artist", (_, track) => Misspelt(track.Artists[0]) is { } name ? track with { Artists = [name] } : null),
            ("decoration", (_, track) => track with { Title = track.Title + _words.Pick(" - Remastered 2009", " (Remaster)", " - Single Version", " [Explicit]", " (Bonus Track)", " - Mono", " (Official Video)") }),
            ("a guest in the title", (recording, track) => track with { Title = track.Title + Guest(recording.Artists is [_, var guest] ? guest : _words.Artist("Latin")) }),
            ("cut off", (_, track) => track.Title.Length > 30 && track.DurationMs is not null ? track with { Title = track.Title[..30].TrimEnd() } : null),
            ("Latin letters", (_, track) => Transliteration.LatinKey(track.Title) is { } latin && track.DurationMs is not null ? track with { Title = latin } : null),
            ("other album", (_, track) => track with { Album = _words.Title("Latin") }),
            ("no album, no length", (_, track) => track with { Album = null, DurationMs = null }),
            ("length off", (_, track) => track.DurationMs is { } length ? track with { DurationMs = length + _random.Next(-2_500, 2_500) } : null),
            ("artists in one line", (_, track) => track with { Artists = [string.Join(_words.Pick(", ", " & ", "; ", " feat. "), track.Artists)] }),
            ("article", (_, track) => track.Artists[0].StartsWith("The ", StringComparison.Ordinal) ? track with { Artists = [track.Artists[0][4..] + _words.Pick("", ", The")] } : null),
            ("the label as artist", (recording, track) => track with { Artists = ["Various Artists"], Album = recording.Songs[0].Album, DurationMs = recording.Milliseconds }),
            ("artist in the title", (_, track) => track with { Title = $"{track.Artists[0]} - {track.Title}", Artists = track.DurationMs is null ? track.Artists : [] }),
            ("track number", (_, track) => track with { Title = string.Create(CultureInfo.InvariantCulture, $"{_random.Next(1, 20):00}{_words.Pick(" - ", ". ", "-")}{track.Title}") }),
            ("signs", (_, track) => track with { Title = track.Title.Replace(" and ", " & ", StringComparison.Ordinal).Replace(", Pt. ", _words.Pick(" (Part ", " - Pt. "), StringComparison.Ordinal) }),
            ("nobody named", (recording, track) => track with { Artists = [_words.Pick("Unknown Artist", "-", "Various Artists")], Album = _random.Next(3) == 0 ? recording.Songs[0].Album : null, DurationMs = recording.Milliseconds + MasterOff() }),
            ("shown: a longer name", (_, track) => track with { Artists = [_words.Pick($"{track.Artists[0]} Groep", $"The Mad World of {track.Artists[0]}", $"DJ {track.Artists[0]}", $"{track.Artists[0]} and the {_words.Name("Latin")}s")] }),
            ("shown: a name half as long", (_, track) => track.Artists[0].Split(' ') is { Length: > 1 } words ? track with { Artists = [words[^1]] } : null),
            ("a radio edit as long", (recording, track) => track with { Title = track.Title + " - Radio Edit", DurationMs = recording.Milliseconds + _random.Next(-400, 400) }),
            ("shown: letters that cannot be compared", (recording, track) => recording.Name.All(c => c < '\u0250' && !char.IsAsciiDigit(c)) ? track with { Title = _words.Thai(), DurationMs = recording.Milliseconds + _random.Next(-400, 400) } : null),
            ("as it is spoken", (_, track) => Spoken(track.Title) is { } title ? track with { Title = title } : null),
            ("code, title damaged", (recording, track) => recording.Isrc is { } isrc && track.DurationMs is not null ? track with { Isrc = isrc, Title = _words.Title("Latin") } : null),
            ("code", (recording, track) => recording.Isrc is { } isrc ? track with { Isrc = isrc } : null),
        ];
        _absent =
        [
            ("another version", (recording, track) => recording.HasOthers ? null : track with { Title = track.Title + _words.Pick(" (Live)", $" - Live at {_words.Name("Latin")}", " (Acoustic)", $" ({_words.Name("Latin")} Remix)", " (Karaoke Version)", " - Sped Up", " (Instrumental)"), DurationMs = OtherLength(track), Album = null }),
            ("a cover", (recording, track) => _words.Artist("Latin") is var artist && _catalogue.Lacks(artist, recording.Name) ? track with { Artists = [artist], Album = null, DurationMs = OtherLength(track) } : null),
            ("another song of the artist", (recording, track) => _words.Title("Latin") is var title && _catalogue.Lacks(track.Artists[0], title) ? track with { Title = title, Album = recording.Songs[0].Album } : null),
            ("one word another", (recording, track) => OtherWord(recording.Name) is { } title && _catalogue.Lacks(track.Artists[0], title) ? track with { Title = title } : null),
            ("another part", (recording, track) => recording.Name.Contains(", Pt. ", StringComparison.Ordinal) ? track with { Title = track.Title[..^1] + "3" } : track with { Title = track.Title + ", Pt. 2" }),
            ("another number", (recording, track) => char.IsAsciiDigit(recording.Name[^1]) && !recording.Name.Contains("Pt.", StringComparison.Ordinal) ? track with { Title = track.Title + "1" } : null),
            ("a medley", (_, track) => track with { Title = _words.Pick($"{track.Title} / {_words.Title("Latin")}", $"Medley: {track.Title} / {_words.Title("Latin")}"), DurationMs = OtherLength(track) }),
            ("a cover by nobody named", (recording, track) => track with { Artists = [], Album = null, DurationMs = _random.Next(100_000, 400_000) }),
            ("a radio edit of another length", (recording, track) => recording.HasOthers ? null : track with { Title = track.Title + " - Radio Edit", Album = null, DurationMs = OtherLength(track) }),
            ("a cover by a name half alike", (recording, track) => track.Artists[0].Split(' ') is { Length: > 1 } words && $"{words[0]} {_words.Name("Latin")}" is var artist && _catalogue.Lacks(artist, recording.Name) ? track with { Artists = [artist], Album = null, DurationMs = _random.Next(40) == 0 ? null : _random.Next(100_000, 400_000) } : null),
            ("a cover by a longer name", (recording, track) => !track.Artists[0].AsSpan().ContainsAny(",&") && $"{track.Artists[0]} {_words.Name("Latin")}" is var artist && _catalogue.Lacks(artist, recording.Name) ? track with { Artists = [artist], Album = null, DurationMs = _random.Next(40) == 0 ? null : _random.Next(100_000, 400_000) } : null),
            ("another song in letters that cannot be compared", (_, track) => track with { Title = _words.Thai(), Album = null, DurationMs = _random.Next(100_000, 400_000) }),
            ("nothing of it there", (_, track) => track with { Title = _words.Title("Latin") + " " + _words.Name("Latin"), Artists = [_words.Artist("Latin")], Album = null }),
        ];
    }

    /// <summary>Three tracks that the library has, each with the next kind of disturbance, for every one that it lacks.</summary>
    public static List<LabelledQuery> Of(InventedCatalogue catalogue, int count, int seed)
    {
        var tracks = new DisturbedTracks(catalogue, seed);
        var queries = new List<LabelledQuery>(count);
        for (var i = 0; queries.Count < count; i++)
        {
            var isAbsent = i % 4 == 3;
            var changes = isAbsent ? tracks._absent : tracks._present;
            var (category, change) = changes[i / 4 % changes.Length];
            var recording = tracks._plain[tracks._random.Next(tracks._plain.Length)];
            if (change(recording, tracks.Plain(recording)) is { } track)
            {
                queries.Add(new(i.ToString(CultureInfo.InvariantCulture), track, isAbsent ? [] : [.. recording.Songs.Select(song => song.Id)], (isAbsent ? "absent: " : "") + category));
            }
        }

        return queries;
    }

    private SourceTrack Plain(Recording recording)
        => new()
        {
            Title = recording.Title,
            Artists = recording.Artists,
            Album = _random.Next(10) < 7 ? recording.Songs[_random.Next(recording.Songs.Count)].Album : null,
            DurationMs = _random.Next(12) == 0 ? null : recording.Milliseconds + MasterOff(),
        };

    // Most sources have the library's master; some are cut differently, and a few are another edition.
    private int MasterOff()
        => (_random.Next(2) == 0 ? 1 : -1) * _random.Next(100) switch
        {
            < 85 => _random.Next(400),
            < 95 => _random.Next(1_000, 3_000),
            _ => _random.Next(3_000, 9_000),
        };

    private string Guest(string name) => _words.Pick($" (feat. {name})", $" (with {name})", $" [ft. {name}]", $" feat. {name}");

    private int OtherLength(SourceTrack track) => (track.DurationMs ?? 200_000) + (_random.Next(2) == 0 ? -1 : 1) * _random.Next(5_000, 60_000);

    // Leaves out or doubles one letter of a longer word, or swaps it with its neighbour.
    private string? Misspelt(string text)
    {
        var words = text.Split(' ');
        var at = Array.FindIndex(words, word => word.Length >= 6 && word.All(char.IsLetter));
        if (at < 0)
        {
            return null;
        }

        var word = words[at];
        var i = _random.Next(1, word.Length - 1);
        words[at] = _random.Next(3) switch
        {
            0 => word.Remove(i, 1),
            1 => word.Insert(i, word[i].ToString()),
            _ => string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1, 1), word.AsSpan(i, 1), word.AsSpan(i + 2)),
        };
        return words[at] == word ? null : string.Join(' ', words);
    }

    private static string? Spoken(string text)
        => text.Replace(" and ", " og ", StringComparison.Ordinal).Replace("ing ", "in' ", StringComparison.Ordinal).Replace("The ", "", StringComparison.Ordinal) is var spoken && spoken != text ? spoken : null;

    private string? OtherWord(string text)
    {
        var words = text.Split(' ');
        if (words.Length < 2)
        {
            return null;
        }

        words[_random.Next(words.Length)] = _words.Name("Latin");
        return string.Join(' ', words);
    }

    private static string Bare(string text)
        => string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => !FoldedLetters.IsRemovableMark(c))).Replace('ø', 'o');
}
