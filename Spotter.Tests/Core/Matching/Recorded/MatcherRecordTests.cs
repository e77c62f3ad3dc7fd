using Spotter.Web.Wording;
using System.Globalization;
using System.Text;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching.Recorded;

/// <summary>
/// What the matcher makes of many texts and of every case, line by line, compared with a recording. The cases say what the result must be.
/// The recording has the parts and figures behind it, so that every effect of a change to the matcher is visible.
/// </summary>
public sealed class MatcherRecordTests
{
    private static readonly MatchCase[] Cases = [.. MatchCases.All, .. ClassicalCasesTests.All.Select(row => row with { Reason = "classical: " + row.Reason })];

    private static readonly string[] Titles =
    [
        .. MatcherTexts.Titles.Concat(Cases.SelectMany(row => row.Songs.Select(song => song.Title).Prepend(row.Track.Title))).Distinct(StringComparer.Ordinal),
    ];

    private static readonly string[][] Artists =
    [
        .. MatcherTexts.Artists.Concat(Cases.SelectMany(row => row.Songs.Select(song => song.Artists).Prepend(row.Track.Artists).Select(names => names.ToArray())))
            .DistinctBy(names => string.Join('\u001f', names), StringComparer.Ordinal),
    ];

    private static readonly string[] Albums =
    [
        .. MatcherTexts.Albums.Concat(Cases.SelectMany(row => row.Songs.Select(song => song.Album).Prepend(row.Track.Album)).OfType<string>()).Distinct(StringComparer.Ordinal),
    ];

    [Fact]
    public void Titles_are_read_as_recorded() => AssertRecorded("titles", Titles.Select(title => $"{Quoted(title)}: {Shown(TitleParser.Parse(title))}"));

    [Fact]
    public void Artists_are_read_as_recorded() => AssertRecorded("artists", Artists.Select(names => $"{Quoted(names)}: {Shown(ArtistCredits.Of(names))}"));

    [Fact]
    public void Albums_are_read_as_recorded() => AssertRecorded("albums", Albums.Select(name => $"{Quoted(name)}: {(AlbumName.Of(name) is { } album ? Shown(album) : "none")}"));

    [Fact]
    public void Tracks_are_read_in_the_ways_recorded()
        => AssertRecorded("ways", Cases.Select(row => row.Track).Concat(Tracks())
            .Select(track => (Head: $"{Quoted(track.Title)} {Quoted([.. track.Artists])} {Quoted(track.Album ?? "")}", Ways: Shown(TrackReading.Of(track))))
            .Where(track => track.Ways.Length > 0).Select(track => $"{track.Head}: {track.Ways}").Distinct(StringComparer.Ordinal));

    [Fact]
    public void Songs_are_read_in_the_ways_recorded()
        => AssertRecorded("songs", Cases.SelectMany(row => row.Songs).Concat(Tracks().Select(track => MatchCase.SongOf(track.Title, string.Join('|', track.Artists), track.Album)))
            .Select(song => (Head: $"{Quoted(song.Title)} {Quoted([.. song.Artists])} {Quoted(song.Album ?? "")}", Ways: Shown(SongReading.Of(song))))
            .Where(song => song.Ways.Length > 0).Select(song => $"{song.Head}: {song.Ways}").Distinct(StringComparer.Ordinal));

    [Fact]
    public void Titles_are_alike_as_recorded()
    {
        // The comparison does not depend on the version, and the cases cover titles in scripts that cannot be compared.
        var parsed = MatcherTexts.Titles.Select(title => (Text: title, Title: TitleParser.Parse(title)))
            .DistinctBy(title => (title.Title.Key, title.Title.BaseKey, title.Title.MarkedKey, title.Title.HasTail, title.Title.Censored, title.Title.Work)).ToList();
        AssertRecorded("alike titles", Pairs(parsed).Select(pair => (pair.A, pair.B, Found: TitleComparison.Compare(pair.A.Title, pair.B.Title)))
            .Where(pair => pair.Found.Relation is not (TitleRelation.Different or TitleRelation.OtherLetters) || (pair.Found.Relation == TitleRelation.Different && pair.Found.Similarity is > 0.5 and not 0.7))
            .Select(pair => $"{Quoted(pair.A.Text)} {Quoted(pair.B.Text)}: {pair.Found.Relation} {Number(pair.Found.Similarity)}"));
    }

    [Fact]
    public void Versions_agree_as_recorded()
    {
        var parsed = MatcherTexts.Titles.Select(title => (Text: title, TitleParser.Parse(title).Version)).Where(title => title.Version.Kinds != VersionKinds.None).DistinctBy(title => VersionNames.Of(title.Version)).ToList();
        AssertRecorded("versions", Pairs(parsed).Select(pair => (pair.A, pair.B, Found: TitleVersion.Compare(pair.A.Version, pair.B.Version)))
            .Where(pair => pair.Found != VersionAgreement.Different || (pair.A.Version.Kinds & pair.B.Version.Kinds) != 0)
            .Select(pair => $"{Quoted(pair.A.Text)} {Quoted(pair.B.Text)}: {pair.Found}"));
    }

    [Fact]
    public void Versions_agree_with_albums_as_recorded()
    {
        var versions = new[] { "Song", "Song (Live)", "Song (Live at Wembley)", "Song (Acoustic)", "Song (BBC Session)", "Song (Bo Birch Remix)", "Song (Demo)" }.Select(title => (Text: title, TitleParser.Parse(title).Version)).ToList();
        var albums = new[] { null, "Tides", "Live at Wembley", "Tides (Live)", "MTV Unplugged", "The Sun Sessions", "The Demos" }.Select(AlbumName.Of).ToList();
        AssertRecorded("versions and albums",
            from a in versions
            from b in versions
            from mine in albums
            from theirs in albums
            where string.CompareOrdinal(a.Text, b.Text) <= 0 && (mine is not null || theirs is not null)
            let found = (VersionComparison.Compare(a.Version, mine, b.Version, theirs, sameAlbum: false), VersionComparison.Compare(a.Version, mine, b.Version, theirs, sameAlbum: true))
            where found != (VersionAgreement.Different, VersionAgreement.Different)
            select $"{Quoted(a.Text)} [{mine?.Key}] {Quoted(b.Text)} [{theirs?.Key}]: {found.Item1}, on one album {found.Item2}");
    }

    [Fact]
    public void Artists_are_alike_as_recorded()
    {
        var parsed = MatcherTexts.Artists.Select(names => (Text: names, Credits: ArtistCredits.Of(names))).ToList();
        AssertRecorded("alike artists", Pairs(parsed).Select(pair => (pair.A, pair.B, Found: ArtistSimilarity.Of(pair.A.Credits, pair.B.Credits), Half: ArtistSimilarity.HalfOf(pair.A.Credits, pair.B.Credits)))
            .Where(pair => pair.Found > 0 || pair.Half > 0)
            .Select(pair => $"{Quoted(pair.A.Text)} {Quoted(pair.B.Text)}: {Number(pair.Found)}, {Number(pair.Half)}"));
    }

    [Fact]
    public void Albums_are_alike_as_recorded()
    {
        var parsed = MatcherTexts.Albums.Select(AlbumName.Of).OfType<AlbumName>().ToList();
        AssertRecorded("alike albums", Pairs(parsed).Select(pair => (pair.A, pair.B, Found: AlbumName.Similarity(pair.A, pair.B)))
            .Where(pair => pair.Found > 0).Select(pair => $"{Quoted(pair.A.Key)} {Quoted(pair.B.Key)}: {Number(pair.Found)}"));
    }

    [Fact]
    public void Performers_agree_as_recorded()
    {
        var parsed = MatcherTexts.Artists.Select(names => (Text: names, Credits: ArtistCredits.Of(names))).Where(names => names.Credits.HasComposer || names.Credits.Performers.Ensembles.Count > 0).ToList();
        AssertRecorded("performers", parsed.Select(names => $"{Quoted(names.Text)}: composers {string.Join(", ", names.Credits.Performers.Composers)}; people {string.Join(", ", names.Credits.Performers.People)}; ensembles {string.Join(", ", names.Credits.Performers.Ensembles)}")
            .Concat(Pairs(parsed).Select(pair => $"{Quoted(pair.A.Text)} {Quoted(pair.B.Text)}: {Performers.AreSame(pair.A.Credits.Performers, pair.B.Credits.Performers)?.ToString() ?? "unknown"}")));
    }

    [Fact]
    public void Cases_are_judged_as_recorded()
        => AssertRecorded("judgements", Cases.SelectMany(row => row.Songs.Select(song => $"{row.Reason}, {song.Id}: {Shown(MatchScorer.Judge(TrackReading.Of(row.Track), SongReading.Of(song)))}")));

    [Fact]
    public void Cases_are_judged_the_other_way_round_as_recorded()
        => AssertRecorded("judgements the other way round", Cases.SelectMany(row => row.Songs.Select(song =>
        {
            var asked = new SourceTrack { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = null };
            var held = MatchCase.SongOf(row.Track.Title, string.Join('|', row.Track.Artists), row.Track.Album);
            return $"{row.Reason}, {song.Id}: {Shown(MatchScorer.Judge(TrackReading.Of(asked), SongReading.Of(held)))}";
        })));

    [Fact]
    public void Cases_are_decided_as_recorded()
        => AssertRecorded("decisions", Cases.Select(row =>
        {
            var result = new TrackMatcher(LibraryIndex.Build(row.Songs), new()).Match(new(row.Track));
            return $"{row.Reason}: {result.Zone}, {result.Tier?.ToString() ?? "no tier"}, {result.Reason}, {Number(result.Confidence)}; {string.Join(", ", result.Candidates.Select(candidate => $"{candidate.Song.Id} {candidate.Tier} {Number(candidate.Score.Confidence)} {candidate.Waits}"))}";
        }));

    [Fact]
    public void Cases_among_the_songs_of_all_are_decided_as_recorded()
    {
        var (index, _) = AllSongs();
        var matcher = new TrackMatcher(index, new());
        AssertRecorded("decisions among all", Cases.Select(row =>
        {
            var result = matcher.Match(new(row.Track));
            return $"{row.Reason}: {result.Zone}, {result.Reason}, {Number(result.Confidence)}; {string.Join(", ", result.Candidates.Select(candidate => $"{candidate.Song.Id} {Number(candidate.Score.Confidence)}"))}";
        }));
    }

    [Fact]
    public void Songs_whose_ids_have_changed_are_found_again_as_recorded()
    {
        var (index, songs) = AllSongs();
        AssertRecorded("found again", songs.Select((song, i) => $"{song.Id} {Quoted(song.Title)}: {Again(song)}, without album {Again(song with { Album = null })}, longer {Again(song with { DurationMs = song.DurationMs + 4_000, Isrcs = [] })}, retitled {Again(song with { Title = "Other " + i })}"));

        string Again(Song song) => SongIdentity.FindAgain(index, song with { Id = "old" })?.Id ?? "none";
    }

    [Fact]
    public void What_people_type_finds_songs_as_recorded()
    {
        var (index, _) = AllSongs();
        string[] typed =
        [
            "paper", "paper lan", "lanterns ash", "ann ash tides", "tide", "tides", "symph 5 kleiber", "light lanterns", "live", "zzz", "the", "", "  ", "lanterns zzz", "lanterns zzz yyy", "lanterns zzz yyy xxx", "spring day", "봄날", "bts", "harbour", "harb remix",
            "halcyon live", "nocturne op 9", "bohemian", "5 years", "one two three four five six seven eight nine ten eleven twelve lanterns", "a", "lanterns paper paper", "ash ann lanterns",
        ];
        AssertRecorded("searches", typed.Select(text => $"{Quoted(text)}: {string.Join(' ', index.Search(text, 12).Select(song => song.Id))}; {string.Join(' ', index.Search(text, 1).Select(song => song.Id))}"));
    }

    /// <summary>The songs of all cases in one library, numbered, every seventh with a star.</summary>
    private static (LibraryIndex Index, IReadOnlyList<Song> Songs) AllSongs()
    {
        var songs = Cases.SelectMany(row => row.Songs).Select((song, i) => song with { Id = string.Create(CultureInfo.InvariantCulture, $"{i:D3}"), IsStarred = i % 7 == 0 }).ToList();
        return (LibraryIndex.Build(songs), songs);
    }

    /// <summary>Titles that contain the artist, the album or both, as in the names of files and videos.</summary>
    private static IEnumerable<SourceTrack> Tracks()
    {
        foreach (var title in new[] { "Paper Lanterns", "Paper Lanterns (Live)", "Intro", "Remix", "2011 Remaster", "11 Bells", "Tides", "Ann Ash", "Symphony No. 5 in C Minor: I. Allegro" })
        {
            foreach (var written in new[] { title, $"Ann Ash - {title}", $"{title} - Ann Ash", $"Tides - {title}", $"{title} - Tides", $"Ann Ash - Tides - {title}", $"{title} / Tides", $"Ann Ash | {title}", $"Bo Birch - {title}", $"03 - Ann Ash - {title}", $"{title} (by Ann Ash)", $"{title} 3:20", $"11 {title}" })
            {
                foreach (var artist in new[] { "Ann Ash", "" })
                {
                    foreach (var album in new[] { "Tides", null })
                    {
                        yield return MatchCase.TrackOf(written, artist, album);
                    }
                }
            }
        }
    }

    private static IEnumerable<(T A, T B)> Pairs<T>(IReadOnlyList<T> all)
        => all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b)));

    internal static string Shown(ParsedTitle title) => Joined(
        title.Key,
        title.BaseKey != title.Key ? $"base {title.BaseKey}" : null,
        title.MarkedKey != title.Key ? $"marked {title.MarkedKey}" : null,
        title.LatinKey is { } latin ? $"latin {latin}" : null,
        title.SpokenKey != title.Key ? $"spoken {title.SpokenKey}" : null,
        title.DigraphKey is { } digraphs ? $"digraphs {digraphs}" : null,
        title.OtherLettersKey is { } other ? $"other letters {other}" : null,
        title.Censored is { } censored ? $"censored {Quoted(censored)}" : null,
        title.HasTail ? "tail" : null,
        title.IsForeign ? "foreign" : title.IsLatin ? null : "not Latin",
        title.Version.Kinds != VersionKinds.None ? $"version {title.Version.Kinds} [{string.Join(' ', title.Version.Qualifier)}]" : null,
        title.Featured.Count > 0 ? $"guests {string.Join(" + ", title.Featured.Select(Quoted))}" : null,
        title.Numbers.Length > 0 ? $"numbers {title.Numbers}" : null,
        title.Work is { } work ? $"work {Shown(work)}" : null,
        title.Unnumbered is { } unnumbered ? $"unnumbered ({Shown(unnumbered)})" : null);

    private static string Shown(Work work)
        => $"({work.Composer}|{work.Form}|{string.Join(' ', work.Instruments)}|{work.Number}|{work.Key}|{string.Join(", ", work.Catalogue)}|{work.Movement}|{string.Join(' ', work.Part)}) = {work.ShortKey ?? "nothing"}";

    internal static string Shown(ArtistCredits credits)
        => string.Join(", ", credits.Names.Select(name => $"{name.Key}{(name.LatinKey is { } latin ? $" = {latin}" : "")} {name.Part}{(name.IsGuest ? " guest" : "")}")) + $"; {credits.Joined}";

    private static string Shown(AlbumName album) => Joined(
        album.Key,
        album.BaseKey != album.Key ? $"base {album.BaseKey}" : null,
        album.Version.Kinds != VersionKinds.None ? $"version {album.Version.Kinds} [{string.Join(' ', album.Version.Qualifier)}]" : null,
        album.IsCompilation ? "compilation" : null,
        album.IsDisc ? "disc" : null);

    private static string Shown(TrackReading track)
        => string.Join(" | ", track.Ways.Skip(1).Select(way => $"{way.Kind} {Quoted(way.Text)} by {Quoted(way.Credit)} = {way.Title.Key} by {way.Artists.Joined}"));

    private static string Shown(SongReading song)
        => string.Join(" | ", (song.Title == song.Written ? [] : new[] { $"title {song.Title.Key}" }).Concat(song.Others.Select(other => $"{other.Kind} {other.Title.Key}")));

    internal static string Shown(Judgement judgement)
    {
        var score = judgement.Score;
        return string.Create(CultureInfo.InvariantCulture, $"{judgement.Relation} {Number(score.Title)}, artist {Number(score.Artist)}, album {Number(score.Album)}, length {Number(score.Duration)} ({score.DurationDifferenceMs}), {judgement.Version}, sure {Number(score.Confidence)} of song {Number(score.SongConfidence)}{(judgement.PassesFloors ? ", passes" : "")}{(judgement.MustBeShown ? ", shown" : "")}{(judgement.IsEntry ? ", entry" : "")}, waits {judgement.Waits?.ToString() ?? "for nothing"}");
    }

    private static string Joined(params string?[] parts) => string.Join("; ", parts.OfType<string>());

    internal static string Number(double? value) => value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "-";

    internal static string Quoted(string[] names) => $"[{string.Join(" + ", names.Select(Quoted))}]";

    /// <summary>Characters that an editor would not show are written as numbers.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("“");
        foreach (var c in text)
        {
            quoted.Append(char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.LineSeparator or UnicodeCategory.PrivateUse
                ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : c.ToString());
        }

        return quoted.Append('”').ToString();
    }

    private static void AssertRecorded(string part, IEnumerable<string> lines) => RecordedList.AssertSame($"Matcher/{part}", lines);
}
