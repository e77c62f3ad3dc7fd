using Spotter.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Readers;

/// <summary>Which tables hold tracks, and which only look like it.</summary>
public sealed class MusicTableTests
{
    [Theory]
    [InlineData("people", "Name,Email\nAlice,a@example.org\nBob,b@example.org\n")]
    [InlineData("money", "Date,Name,Amount\n2024-01-01,Rent,500\n2024-01-02,Food,20\n")]
    [InlineData("bookmarks", "Title,URL\nA page,https://x.invalid/a\nAnother,https://x.invalid/b\n")]
    [InlineData("a game", "Name,Level,Seconds played\nHero,12,3400\nThief,7,1200\n")]
    [InlineData("subscriptions", "Channel Id,Channel Url,Channel Title\nUC1,http://x.invalid,Owner\n")]
    [InlineData("words of forms", "Name,Subscribed\nAlice,true\nBob,false\n")]
    public async Task A_title_alone_is_not_music(string reason, string text)
    {
        var refusal = Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text, "x.csv"));
        // The user who chose this file is asked. In an archive it is left out and reported.
        Assert.True(refusal.Table is not null, reason);

        var reading = await new PlaylistFileReader().ReadAllAsync(
            new MemoryStream(Zips.Of(("x.csv", text), ("music.csv", "Title,Artist\nNine Lives,Ada\n"))), "x.zip", null, CancellationToken.None);
        Assert.Equal("music", Assert.Single(reading.Playlists).Name);
        Assert.Equal("x.csv", Assert.Single(reading.LeftOut).Name);
    }

    [Theory]
    [InlineData("people", "Name,Email\nAlice,a@example.org\n", PlaylistFileProblem.NotAPlaylist)]
    [InlineData("songs without anything else", "Song\nNine Lives\n", PlaylistFileProblem.UnknownTable)]
    [InlineData("songs, and somebody", "Title;Whoever\nNine Lives;Ada\nAttic Tape;Kari\n", PlaylistFileProblem.UnknownTable)]
    [InlineData("an album, and somebody", "Title;Album;Whoever\nNine Lives;Cats;Ada\nAttic Tape;Attic;Kari\n", PlaylistFileProblem.UnknownTable)]
    public void What_may_be_music_is_asked_about_and_what_is_not_is_something_else(string reason, string text, PlaylistFileProblem problem)
    {
        var refusal = Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text, "x.csv"));

        Assert.True(refusal.Problem == problem, $"{reason}: {refusal.Problem}");
        Assert.Contains("no column was recognised that names the artists", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_comes_with_the_likely_answer()
    {
        var table = Assert.Throws<PlaylistFileException>(() => Samples.ReadText("Title;Year;Whoever\nNine Lives;1999;Ada\nAttic Tape;2001;Kari\n", "x.csv")).Table!;

        var guess = table.Suggest();

        Assert.Equal((true, "Title,Ignored,Artist"), (guess.HasHeader, string.Join(',', guess.Columns)));
        Assert.Equal(["Nine Lives / Ada /  / ", "Attic Tape / Kari /  / "], Samples.Lines(Assert.Single(PlaylistFileReader.ReadTable(table, guess, null))));
    }

    [Theory]
    [InlineData("numbered artists are joined", "Song Title,Album Title,Artist Name 1,Artist Name 2,Artist Name 3\nNine Lives,Cats,Ada,Bo,\n", "Nine Lives / Ada + Bo / Cats / ")]
    [InlineData("in the order of their numbers", "Title,Artist 10,Artist 2,Artist 1\nNine Lives,C,B,A\n", "Nine Lives / A + B + C /  / ")]
    [InlineData("beside a plain one, and nobody twice", "Title,Artist,Artist 2\nNine Lives,Ada,Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("a word more", "Track;Artist Names (primary)\nNine Lives;Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("the main one", "Title;Main Artist\nNine Lives;Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("an id is no name", "Title;Artist ID;Track artist\nNine Lives;77;Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("a band whose column reads like names", "Title;Band\nNine Lives;The Nine\nAttic Tape;Kari\n", "Nine Lives / The Nine /  / ")]
    [InlineData("a singer", "Title;Singer\nNine Lives;Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("no artist, but codes that only tracks have", "Name,ISRC\nNine Lives,GBXYZ1900001\n", "Nine Lives /  /  /  / GBXYZ1900001")]
    [InlineData("no artist, but links that lead to tracks", "Title,URL\nNine Lives,https://youtu.be/abc\n", "Nine Lives /  /  /  / youtube:abc")]
    [InlineData("no artist, but files of sound", "Name,Path\nNine Lives,Ada/Cats/09.mp3\n", "Nine Lives /  /  /  / Ada/Cats/09.mp3")]
    [InlineData("no artist, but albums", "Title;Album\nNine Lives;Cats\n", "Nine Lives /  / Cats / ")]
    public void Artists_and_what_else_only_tracks_have_are_found(string reason, string text, string expected)
    {
        var line = Samples.Lines(Assert.Single(Samples.ReadText(text, "x.csv")))[0];

        Assert.True(expected == line, $"{reason}: {line}");
    }

    [Fact]
    public void Volumes_of_books_are_no_bands()
        => Assert.Equal(
            PlaylistFileProblem.UnknownTable,
            Assert.Throws<PlaylistFileException>(() => Samples.ReadText("Titel;Band\nDer Turm;1\nDer Hafen;2\n", "x.csv")).Problem);

    [Fact]
    public void A_table_that_is_understood_says_how()
    {
        var playlist = Assert.Single(Samples.ReadText("#,Title,Artist 1,Artist 2,Length\n1,Nine Lives,Ada,Bo,3:35\n", "x.csv"));

        Assert.Equal(
            (true, "Ignored,Title,Artist,Artist,Duration"), (playlist.Understood!.Mapping.HasHeader, string.Join(',', playlist.Understood.Mapping.Columns)));
        Assert.Equal(
            Samples.Lines(playlist), Samples.Lines(Assert.Single(PlaylistFileReader.ReadTable(playlist.Understood.Table, playlist.Understood.Mapping, null))));
    }

    [Fact]
    public async Task What_a_user_says_of_a_table_counts_more_than_what_it_was_taken_for()
    {
        const string text = "Title,Artist\nAda,Nine Lives\n";
        var table = Assert.Single(Samples.ReadText(text, "x.csv")).Understood!.Table;
        var known = new KnownTables(new Dictionary<string, TableMapping>
        {
            [table.FingerprintOf(hasHeader: true)] = new(true, [TableColumn.Artist, TableColumn.Title]),
        });

        var playlist = Assert.Single(await new PlaylistFileReader().ReadAsync(new MemoryStream("Title,Artist\nAda,Nine Lives\n"u8.ToArray()), "x.csv", null, CancellationToken.None, new(known, KnownReadings.None)));

        Assert.Equal(["Nine Lives / Ada /  / "], Samples.Lines(playlist));
        Assert.NotNull(playlist.Mapped);
    }

    [Fact]
    public void The_library_songs_of_YouTube_Music_come_with_all_their_artists()
        => Assert.Equal(
            ["Nine Lives / Ada + Kari Moss / Cats /  / youtube:vid00000001", "Harbour Lights / Marlow / Low Tide /  / youtube:vid00000002"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "Video ID,Song Title,Album Title,Artist Name 1,Artist Name 2,Artist Name 3\nvid00000001,Nine Lives,Cats,Ada,Kari Moss,\nvid00000002,Harbour Lights,Low Tide,Marlow,,\n"))));
}
