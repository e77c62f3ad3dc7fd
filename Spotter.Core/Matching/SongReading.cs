using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A song as matching reads it: taken apart once, when the index is built.</summary>
internal sealed class SongReading
{
    private SongReading(Song song, ParsedTitle title, ArtistCredits artists, AlbumName? album)
    {
        Song = song;
        Title = title;
        Artists = artists;
        Album = album;
    }

    public Song Song { get; }

    public ParsedTitle Title { get; }

    public ArtistCredits Artists { get; }

    public AlbumName? Album { get; }

    public bool IsCompilation
        => Album is { IsCompilation: true } || (Song.AlbumArtist is { } artist && MusicWords.NobodyAtAll.Contains(TextNormalizer.Key(artist)));

    /// <summary>Reads one song by itself; an index shares what many songs have in common.</summary>
    public static SongReading Of(Song song) => Of(song, ArtistCredits.Of, AlbumName.Of);

    public static SongReading Of(Song song, Func<IEnumerable<string?>, ArtistCredits> creditsOf, Func<string?, AlbumName?> albumOf)
    {
        var title = TitleParser.Parse(song.Title);
        var artists = creditsOf([.. song.Artists, song.Artist, song.AlbumArtist, .. title.Featured]);
        foreach (var (head, tail) in TitleParser.Splits(song.Title))
        {
            // Some tags repeat the artist: "Arctic Monkeys - Do I Wanna Know?".
            if (ArtistCredits.Similarity(ArtistCredits.Of([head]), artists) >= 1)
            {
                title = TitleParser.Parse(tail);
                break;
            }
        }

        return new(song, title, artists, albumOf(song.Album));
    }
}
