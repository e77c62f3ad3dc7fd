using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class TrackIdsTests
{
    private const string Id = "1aBcDeFgHiJkLmNoPqRsT1";
    private const string Mbid = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

    [Theory]
    [InlineData("a URI", "spotify:track:" + Id, true)]
    [InlineData("a URI in capitals", "SPOTIFY:TRACK:" + Id, true)]
    [InlineData("a link", "https://open.spotify.com/track/" + Id, true)]
    [InlineData("a link with what the app adds", "https://open.spotify.com/track/" + Id + "?si=0123", true)]
    [InlineData("a link with a language", "https://open.spotify.com/intl-de/track/" + Id, true)]
    [InlineData("a link over plain HTTP", "http://open.spotify.com/track/" + Id, true)]
    [InlineData("a bare id", " " + Id + " ", true)]
    [InlineData("an id that is too short", "1aBcDeFgHiJkLmNoPqRsT", false)]
    [InlineData("an id that is too long", Id + "2", false)]
    [InlineData("an id with another character", "1aBcDeFgHiJkLmNoPqRs-1", false)]
    [InlineData("a link to an album", "https://open.spotify.com/album/" + Id, false)]
    [InlineData("a link that ends too early", "https://open.spotify.com/track/", false)]
    [InlineData("a link to another site", "https://spotify.example/track/" + Id, false)]
    [InlineData("a link to a site that ends alike", "https://notopen.spotify.com.example/track/" + Id, false)]
    [InlineData("another scheme", "ftp://open.spotify.com/track/" + Id, false)]
    [InlineData("nothing", null, false)]
    public void A_track_of_Spotify_is_named_by(string what, string? text, bool isOne)
        => Assert.True(TrackIds.Spotify(text) == (isOne ? "spotify:track:" + Id : null), what);

    [Theory]
    [InlineData("https://open.spotify.com/track/" + Id, "spotify:track:" + Id)]
    [InlineData("https://www.youtube.com/watch?v=abcdefghijk", "youtube:abcdefghijk")]
    [InlineData("https://music.youtube.com/watch?list=x&v=abcdefghijk&t=3", "youtube:abcdefghijk")]
    [InlineData("http://m.youtube.com/watch?v=abc%2Ddefghijk", "youtube:abc-defghijk")]
    [InlineData("https://youtube.com/watch?vv=abcdefghijk", null)]
    [InlineData("https://youtube.com/watch?v", null)]
    [InlineData("https://youtube.com/watch", null)]
    [InlineData("https://youtu.be/abcdefghijk?t=4", "youtube:abcdefghijk")]
    [InlineData("https://WWW.DEEZER.com/fr/track/3135556", "deezer:3135556")]
    [InlineData("https://www.deezer.com/fr/album/3135556", null)]
    [InlineData("https://tidal.com/browse/track/77646168", "tidal:77646168")]
    [InlineData("https://listen.tidal.com/track/77646168", "tidal:77646168")]
    [InlineData("https://example.org/track/1", null)]
    [InlineData("ftp://youtu.be/abcdefghijk", null)]
    [InlineData("no link", null)]
    [InlineData(null, null)]
    public void A_link_names_a_track(string? link, string? id) => Assert.Equal(id, TrackIds.FromLink(link));

    [Theory]
    [InlineData("youtube:abc", "youtube:abc")]
    [InlineData(" youtube:abc ", "youtube:abc")]
    [InlineData("YouTube:abc", null)]
    [InlineData("you2:abc", null)]
    [InlineData(":abc", null)]
    [InlineData("youtube:", null)]
    [InlineData("youtube", null)]
    [InlineData("youtube:a b", null)]
    [InlineData("youtube:a/b", null)]
    [InlineData("youtube:a:b", null)]
    [InlineData("spotify:abc", null)]
    [InlineData("isrc:ZZSPT2600001", null)]
    [InlineData("urn:abc", null)]
    [InlineData("file:abc", null)]
    [InlineData("http:abc", null)]
    public void An_id_is_written_in_our_own_form(string text, string? id) => Assert.Equal(id, TrackIds.Written(text));

    [Theory]
    [InlineData("https://youtu.be/abcdefghijk", "youtube:abcdefghijk")]
    [InlineData(" local:1 ", "local:1")]
    [InlineData(" ", null)]
    public void A_list_of_our_own_has_ids_or_links(string text, string? id) => Assert.Equal(id, TrackIds.OfSpotter(text));

    [Theory]
    [InlineData("Deezer", " 3 ", "deezer:3")]
    [InlineData("Spotify", Id, "spotify:track:" + Id)]
    [InlineData("spotify", "3", null)]
    [InlineData("", "3", null)]
    [InlineData(null, "3", null)]
    [InlineData("deezer", " ", null)]
    public void An_id_belongs_to_a_service(string? service, string? id, string? expected) => Assert.Equal(expected, TrackIds.Named(service, id));

    [Theory]
    [InlineData("a bare id", Mbid, true)]
    [InlineData("in capitals", "F47AC10B-58CC-4372-A567-0E02B2C3D479", true)]
    [InlineData("a link", "https://musicbrainz.org/recording/" + Mbid, true)]
    [InlineData("a link of the test server", "https://beta.musicbrainz.org/recording/" + Mbid, true)]
    [InlineData("a URN", "URN:UUID:" + Mbid, true)]
    [InlineData("a link to a release", "https://musicbrainz.org/release/" + Mbid, false)]
    [InlineData("a link to another site", "https://notmusicbrainz.org/recording/" + Mbid, false)]
    [InlineData("no dashes", "f47ac10b58cc4372a5670e02b2c3d479", false)]
    [InlineData("the empty id", "00000000-0000-0000-0000-000000000000", false)]
    [InlineData("nothing", null, false)]
    public void A_recording_of_MusicBrainz_is_named_by(string what, string? text, bool isOne)
        => Assert.True(TrackIds.RecordingMbid(text) == (isOne ? Mbid : null), what);

    [Theory]
    [InlineData("ZZSPT2600001", "ZZSPT2600001")]
    [InlineData("isrc:ZZSPT2600001", "ZZSPT2600001")]
    [InlineData("URN:ISRC:zz-spt-26-00001", "ZZSPT2600001")]
    [InlineData("none", null)]
    [InlineData(null, null)]
    public void A_recording_has_a_code(string? text, string? code) => Assert.Equal(code, TrackIds.RecordingCode(text));
}
