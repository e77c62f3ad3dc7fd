using System.Globalization;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Web.Wording;

/// <summary>Explains a match in words: "title equal, artist equal, album differs, 1 s longer".</summary>
public static class MatchExplanation
{
    /// <summary>How a song was found that has a different name than the source gives.</summary>
    public const string ByOtherName = "by another name at MusicBrainz";

    /// <summary>A tier in one or two words.</summary>
    public static string NameOf(MatchTier tier)
        => tier switch
        {
            MatchTier.Pin => "your choice",
            MatchTier.Isrc => "ISRC",
            MatchTier.Mbid => "MBID",
            MatchTier.Exact => "exact",
            MatchTier.Fuzzy => "fuzzy",
        };

    /// <summary>The deciding fact in a few words.</summary>
    public static string Of(MatchReason reason)
        => reason switch
        {
            MatchReason.Pinned => "you chose this song",
            MatchReason.PinnedSongGone => "the song you chose is no longer in the library",
            MatchReason.NeverMatch => "you said that this is never to be matched",
            MatchReason.SameIsrc => "same recording code",
            MatchReason.SameRecordingMbid => "same MusicBrainz recording",
            MatchReason.SamePath => "same path",
            MatchReason.IdentifierConflict => "same code, but neither title nor length agree",
            MatchReason.SameTitleAndArtist => "same title and artist",
            MatchReason.CloseTitleAndArtist => "close title and artist",
            MatchReason.SidesSwapped => "title and artist in each other's place",
            MatchReason.OtherName => ByOtherName,
            MatchReason.AllowedVersion => "another version, which this playlist allows",
            MatchReason.AllowedLength => "another length, which this playlist allows",
            MatchReason.DifferentVersion => "another version of the song",
            MatchReason.VersionUnsure => "the version may be another",
            MatchReason.ArtistUnsure => "the artist may be another",
            MatchReason.TitleUnsure => "the title may be another",
            MatchReason.LengthUnsure => "the length is another",
            MatchReason.TooCloseToCall => "two recordings fit almost equally well",
            MatchReason.NotSureEnough => "likely, but not sure enough",
            MatchReason.NotInLibrary => "not in your library",
        };

    /// <summary>The whole reason in one line: the deciding fact, then the parts of the song's score.</summary>
    /// <param name="track">The source track.</param>
    /// <param name="song">The matched song or best candidate. Null if there is none.</param>
    /// <param name="reason">The deciding fact.</param>
    /// <param name="score">The song's score. Null if there is no song.</param>
    public static string Of(SourceTrack track, Song? song, MatchReason reason, MatchScore? score)
    {
        ArgumentNullException.ThrowIfNull(track);
        if (song is null || score is null)
        {
            return Of(reason);
        }

        var sentence = reason switch
        {
            // The user knows why, or the parts would only repeat what is known to agree.
            MatchReason.Pinned => Of(reason),
            MatchReason.SameIsrc or MatchReason.SameRecordingMbid or MatchReason.SamePath when IsEqual(score.Title) && score.Duration is null or >= 1 => Of(reason),
            MatchReason.DifferentVersion => Versions(track, song) ?? $"played by others: {Parts(track, song, score)}",
            MatchReason.AllowedVersion => $"{Versions(track, song) ?? "played by others"}, allowed here",
            MatchReason.SidesSwapped => Of(reason),
            MatchReason.SameTitleAndArtist or MatchReason.CloseTitleAndArtist => Parts(track, song, score),
            _ => $"{Of(reason)}: {Parts(track, song, score)}",
        };
        return score.IsByOtherName && reason != MatchReason.OtherName ? $"{sentence}, {ByOtherName}" : sentence;
    }

    /// <summary>The parts of a candidate's score in words: title, artist, album, length, version.</summary>
    public static string Parts(SourceTrack track, Song song, MatchScore score)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(score);
        string?[] parts =
        [
            IsInOtherLetters(track, song, score) ? "title in other letters" : $"title {Degree(score.Title)}{(score.SameVersion && DiffersInDecoration(track.Title, song.Title) ? " but for decoration" : "")}",
            track.Artists.Count == 0 && score.Artist < 1 ? "artist not named" : $"artist {Degree(score.Artist)}",
            score.Album is { } album ? $"album {(score.IsSameAlbum ? "equal" : Degree(album))}" : null,
            Length(score.DurationDifferenceMs),
            score.SameVersion ? null : Versions(track, song),
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static bool IsInOtherLetters(SourceTrack track, Song song, MatchScore score)
        => score.Title < TitleComparison.Floor && TitleComparison.Compare(TitleParser.Parse(track.Title), TitleParser.Parse(song.Title)).Relation == TitleRelation.OtherLetters;

    private static string Degree(double part) => IsEqual(part) ? "equal" : part >= 0.8 ? "close" : "differs";

    private static bool IsEqual(double part) => part >= 0.97;

    private static bool DiffersInDecoration(string a, string b)
        => TitleParser.Parse(a).Key == TitleParser.Parse(b).Key && TextNormalizer.Key(a) != TextNormalizer.Key(b);

    private static string? Length(int? differenceMs)
    {
        if (differenceMs is not { } difference)
        {
            return null;
        }

        var seconds = (int)Math.Round(Math.Abs(difference) / 1000.0, MidpointRounding.AwayFromZero);
        return seconds == 0
            ? "same length"
            : string.Create(CultureInfo.InvariantCulture, $"{seconds} s {(difference > 0 ? "longer" : "shorter")}");
    }

    // The found version comes first, since the page shows it next to the song.
    private static string? Versions(SourceTrack track, Song song)
    {
        var found = VersionNames.Of(VersionComparison.Whole(TitleParser.Parse(song.Title).Version, AlbumName.Of(song.Album)));
        var wanted = VersionNames.Of(VersionComparison.Whole(TitleParser.Parse(track.Title).Version, AlbumName.Of(track.Album)));
        return found == wanted ? null : $"{found} version, {wanted} wanted";
    }
}
