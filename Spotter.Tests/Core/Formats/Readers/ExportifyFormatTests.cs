namespace Spotter.Tests.Core.Formats.Readers;

public sealed class ExportifyFormatTests
{
    [Fact]
    public void The_file_of_exportify_app_keeps_codes_ids_and_every_artist()
    {
        var playlist = Assert.Single(Samples.Read("exportify-app.csv"));

        Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
                "Paper \"Boats\" (feat. Ilse Varga) / Marlow, The Tinker + Ilse Varga / Low Tide / 184500 ms / GBXYZ1900002 / spotify:track:1aAaaaaaaaaaaaaaaaaaa2",
                "Two Rivers / North, South & Sons, Ada / Confluence /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa3",
                "Escaped / Reed, Rush + Ono Mai / Commas / 61000 ms / DEXYZ2100004 / spotify:track:1aAaaaaaaaaaaaaaaaaaa4",
                "Attic Tape / Kari Moss / Demos / 123000 ms",
                "Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
            ],
            Samples.Lines(playlist));
        Assert.Equal(
            ["Line 6: The podcast episode “Talking of Boats” was left out.", "Line 8: A row without a title was left out."],
            Samples.Warnings(playlist));
    }

    [Fact]
    public void A_header_in_the_users_language_is_known_by_its_order()
        => Assert.Equal(
            ["Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"],
            Samples.Lines(Assert.Single(Samples.Read("exportify-app-german.csv"))));

    [Fact]
    public void A_playlist_that_the_file_names_before_everything_else_is_called_so()
    {
        const string row = "Road trip,spotify:track:1aAaaaaaaaaaaaaaaaaaa1,Nine Lives,spotify:artist:a1,Ada,,Cats,,,,,,,180000,,,,\n";
        string[] headers =
        [
            "Playlist Name,Track URI,Track Name,Artist URI(s),Artist Name(s),Album URI,Album Name,B,C,D,E,F,G,Track Duration (ms),H,I,J,ISRC",
            "A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R",
        ];

        foreach (var header in headers)
        {
            var playlist = Assert.Single(Samples.ReadText($"{header}\n{row}"));

            Assert.Equal("exportify:Road trip", playlist.RemoteId);
            Assert.Equal(["Nine Lives / Ada / Cats / 180000 ms / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"], Samples.Lines(playlist));
        }
    }

    [Fact]
    public void The_file_of_exportify_net_joins_artists_by_semicolons_or_commas_without_a_blank()
        => Assert.Equal(
            [
                "Slow, Then Fast / Marlow, The Tinker + Ilse Varga / Gears / 200123 ms / spotify:track:2bBbbbbbbbbbbbbbbbbbb1",
                "Nine Lives / Ada + 10,000 Lakes / Cats / 180000 ms / spotify:track:2bBbbbbbbbbbbbbbbbbbb2",
                "Comma Road / Marlow, The Tinker / Maps / 99000 ms / spotify:track:2bBbbbbbbbbbbbbbbbbbb3",
            ],
            Samples.Lines(Assert.Single(Samples.Read("exportify-net.csv"))));

    [Fact]
    public void An_older_file_with_bare_Spotify_ids_is_the_same_family()
    {
        var playlist = Assert.Single(Samples.Read("exportify-net-older.csv"));

        Assert.Equal("exportify", playlist.FormatFamily);
        Assert.Equal(
            ["Slow, Then Fast / Marlow, The Tinker + Ilse Varga / Gears / 200123 ms / spotify:track:2bBbbbbbbbbbbbbbbbbbb1"],
            Samples.Lines(playlist));
    }

    [Fact]
    public void A_row_that_breaks_off_is_refused_with_its_line_and_nothing_comes_in()
    {
        const string text = "Track URI,Track Name,Artist Name(s),Album Name\n"
            + "spotify:track:1aAaaaaaaaaaaaaaaaaaa1,\"Nine\nLives\",Ada,Cats\n"
            + "spotify:track:1aAaaaaaaaaaaaaaaaaaa2,Nine\n";

        Assert.Equal("Line 4: expected 4 columns as in the header, found 2. Nothing was imported.", Samples.Refusal(text));
    }
}
