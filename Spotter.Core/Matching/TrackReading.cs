using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A source track as matching reads it. A title with a dash may hold the artist, so that there is more than one way to read it.</summary>
internal sealed class TrackReading
{
    private TrackReading(SourceTrack track, ParsedTitle title, ArtistCredits artists, IReadOnlyList<(ParsedTitle, ArtistCredits)> others)
    {
        Track = track;
        Title = title;
        Artists = artists;
        Ways = [(title, artists), .. others];
        Album = AlbumName.Of(track.Album);
    }

    public SourceTrack Track { get; }

    public ParsedTitle Title { get; }

    public ArtistCredits Artists { get; }

    public AlbumName? Album { get; }

    /// <summary>The plain reading first, then those in which part of the title is an artist: they count only where both parts are then equal.</summary>
    public IReadOnlyList<(ParsedTitle Title, ArtistCredits Artists)> Ways { get; }

    public static TrackReading Of(SourceTrack track)
    {
        var title = TitleParser.Parse(track.Title);
        var line = track.ArtistLine;
        var named = ArtistCredits.Of([.. track.Artists, line]);
        var album = TextNormalizer.Key(track.Album);
        var others = new List<(ParsedTitle, ArtistCredits)>();
        foreach (var (head, tail) in TitleParser.Splits(TrackNumber.Behind(track.Title, out _) ?? track.Title))
        {
            if (title.Work is not null)
            {
                // The composer in front belongs to the work.
                break;
            }

            if (Names(head, named, album))
            {
                // "Harbour - Remix" on the single "Harbour" is that song's remix.
                title = TitleParser.IsWholeName(head, track.Title) ? title : TitleParser.Parse(tail);
            }
            else if (Names(tail, named, album))
            {
                title = TitleParser.Parse(head);
            }
            else
            {
                var tailTitle = TitleParser.Parse(tail);
                others.Add((tailTitle, ArtistCredits.Of([head, line.Length > 0 ? $"{line} - {head}" : null, .. tailTitle.Featured])));
                if (named.IsEmpty && !TitleParser.Splits(tail).Any())
                {
                    var headTitle = TitleParser.Parse(head);
                    others.Add((headTitle, ArtistCredits.Of([tail, .. headTitle.Featured])));
                }
            }
        }

        return new(track, title, title.Featured.Count == 0 ? named : ArtistCredits.Of([.. track.Artists, line, .. title.Featured]), others);
    }

    // The artist, or the album, repeated in the title.
    private static bool Names(string part, ArtistCredits artists, string album)
        => (!artists.IsEmpty && ArtistCredits.Similarity(ArtistCredits.Of([part]), artists) >= 1)
            || (album.Length > 0 && TextNormalizer.Key(part) == album);
}
