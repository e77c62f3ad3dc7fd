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
        var others = new List<(ParsedTitle, ArtistCredits)>();
        foreach (var (head, tail) in TitleParser.Splits(track.Title))
        {
            if (!named.IsEmpty && ArtistCredits.Similarity(ArtistCredits.Of([head]), named) >= 1)
            {
                title = TitleParser.Parse(tail);
            }
            else if (!named.IsEmpty && ArtistCredits.Similarity(ArtistCredits.Of([tail]), named) >= 1)
            {
                title = TitleParser.Parse(head);
            }
            else
            {
                var tailTitle = TitleParser.Parse(tail);
                others.Add((tailTitle, ArtistCredits.Of([head, line.Length > 0 ? $"{line} - {head}" : null, .. tailTitle.Featured])));
            }
        }

        return new(track, title, ArtistCredits.Of([.. track.Artists, line, .. title.Featured]), others);
    }
}
