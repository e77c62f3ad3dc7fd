using System.Text;
using Spotter.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;

namespace Spotter.Tests.Core.Formats;

/// <summary>Small files of kinds that users reported as misread, each with the correct reading. Names are invented.</summary>
public sealed class RealFilesTests
{
    static RealFilesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string, string[]> Texts => new()
    {
        {
            "Apple writes the title first, which the paths tell", "apple.m3u8",
            "#EXTM3U\n#EXTINF:257,Noël - Marie Desrosiers\n/Users/m/Music/Media/Music/Marie Desrosiers/Chante Noël/06 Noël.m4a\n#EXTINF:215,Low Water - Ada Marlow\n../Ada Marlow/Tides/Low Water.mp3\n#EXTINF:229,Rill - Bo Ek\n../Bo Ek/Treats/Rill.mp3\n",
            ["Noël / Marie Desrosiers / Chante Noël / 257000 ms / /Users/m/Music/Media/Music/Marie Desrosiers/Chante Noël/06 Noël.m4a", "Low Water / Ada Marlow / Tides / 215000 ms / ../Ada Marlow/Tides/Low Water.mp3", "Rill / Bo Ek / Treats / 229000 ms / ../Bo Ek/Treats/Rill.mp3"]
        },
        {
            "Names of files with album, year and quality in one folder, escaped slashes too", "audacious.xspf",
            "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><trackList><track><location>(1990)%20Ada%20-%20Tides%20%5B16Bit-44.1kHz%5D%2F10.%20Low%20Water.flac</location></track>"
            + "<track><location>ADA%20MARLOW%20-%20DISCOGRAPHY%20(2006-15)%2F%5B2011%5D%20Tides%2F10%20-%20Rill.mp3</location></track>"
            + "<track><location>encode-output/Salt%2C%20Sand%20%26%20Sea%20-%20Faces/04%20Glow.flac</location></track></trackList></playlist>",
            ["Low Water / Ada / Tides /  / (1990) Ada - Tides [16Bit-44.1kHz]/10. Low Water.flac", "Rill / ADA MARLOW / Tides /  / ADA MARLOW - DISCOGRAPHY (2006-15)/[2011] Tides/10 - Rill.mp3", "Glow / Salt, Sand & Sea / Faces /  / encode-output/Salt, Sand & Sea - Faces/04 Glow.flac"]
        },
        {
            "Discs and sides in numbers and folders", "discs.m3u",
            "Ada Marlow/2000 - 1/01.01 - Ada Marlow - Low Water.flac\nSisters/Floodland/CD 1/03 - Rill.flac\nSisters/Floodland/Disc 2/1-04 Glow.flac\nSisters/Floodland/A1 Flood.flac\nSisters/Floodland/[04] Never.flac\n01 - Bo Ek - Cold.mp3\n",
            ["Low Water / Ada Marlow / 1 /  / Ada Marlow/2000 - 1/01.01 - Ada Marlow - Low Water.flac", "Rill / Sisters / Floodland /  / Sisters/Floodland/CD 1/03 - Rill.flac", "Glow / Sisters / Floodland /  / Sisters/Floodland/Disc 2/1-04 Glow.flac", "Flood / Sisters / Floodland /  / Sisters/Floodland/A1 Flood.flac", "Never / Sisters / Floodland /  / Sisters/Floodland/[04] Never.flac", "Cold / Bo Ek /  /  / 01 - Bo Ek - Cold.mp3"]
        },
        {
            "A tribute: the file names who plays, the lines name the album and its artist until the next", "tribute.m3u8",
            "#EXTM3U\n#EXTALB:The Salt of Sin\n#EXTART:Wolfsong\n#EXTINF:287,Sacred & Wild\n../Wolfsong/2018 - The Salt of Sin/CD2/01. Epiphany - Sacred & Wild.flac\n#EXTINF:227,Rise\n../Wolfsong/2018 - The Salt of Sin/CD2/02. Beast Fight - Rise.flac\n",
            ["Sacred & Wild / Epiphany / The Salt of Sin / 287000 ms / ../Wolfsong/2018 - The Salt of Sin/CD2/01. Epiphany - Sacred & Wild.flac", "Rise / Beast Fight / The Salt of Sin / 227000 ms / ../Wolfsong/2018 - The Salt of Sin/CD2/02. Beast Fight - Rise.flac"]
        },
        {
            "Bare paths of Windows, from where the list lies and from a drive", "mixed.m3u",
            "..\\Ada Marlow\\Tides (Deluxe Edition)\\03. Low Water.mp3\r\n..\\La Casa Roja\\01 Podría Ser.mp3\r\nE:\\My Stuff\\Music\\Primal Cry\\Evil Heat\\Primal Cry-Some Velvet.mp3\r\nE:\\My Stuff\\Music\\The 2 Cats\\Be Strong\\CD2 The Remixes\\02. Be Strong (Bo Remix).mp3\r\n",
            ["Low Water / Ada Marlow / Tides (Deluxe Edition) /  / ..\\Ada Marlow\\Tides (Deluxe Edition)\\03. Low Water.mp3", "Podría Ser /  /  /  / ..\\La Casa Roja\\01 Podría Ser.mp3", "Some Velvet / Primal Cry / Evil Heat /  / E:\\My Stuff\\Music\\Primal Cry\\Evil Heat\\Primal Cry-Some Velvet.mp3", "Be Strong (Bo Remix) / The 2 Cats / Be Strong /  / E:\\My Stuff\\Music\\The 2 Cats\\Be Strong\\CD2 The Remixes\\02. Be Strong (Bo Remix).mp3"]
        },
        {
            "Paths from a root that is nobody's", "musicbee.m3u", "\\Music\\Ada Marlow\\Tides\\01 - Tides.mp3\r\n\\Music\\Ada Marlow\\Tides\\1-03 - Holy.mp3\r\n",
            ["Tides / Ada Marlow / Tides /  / \\Music\\Ada Marlow\\Tides\\01 - Tides.mp3", "Holy / Ada Marlow / Tides /  / \\Music\\Ada Marlow\\Tides\\1-03 - Holy.mp3"]
        },
        {
            "Shares and web addresses are paths", "kodi.m3u", "#EXTM3U\nsmb://nas/Music/Ada/Tides/02 Rill.mp3\nnfs://nas/Music/Ada/Tides/03 Glow.mp3\nhttp://nas:4533/share/Ada/Tides/04%20Low%20Water.mp3\n",
            ["Rill / Ada / Tides /  / /Music/Ada/Tides/02 Rill.mp3", "Glow / Ada / Tides /  / /Music/Ada/Tides/03 Glow.mp3", "Low Water / Ada / Tides /  / /share/Ada/Tides/04 Low Water.mp3"]
        },
        { "PLS of Winamp", "winamp.pls", "[playlist]\nNumberOfEntries=2\nFile1=C:\\Music\\Bo Ek\\Cold\\03 - Rill.mp3\nTitle1=Bo Ek - Rill\nLength1=268\nFile2=..\\Ada\\Tides\\02 Glow.mp3\nVersion=2\n", ["Rill / Bo Ek / Cold / 268000 ms / C:\\Music\\Bo Ek\\Cold\\03 - Rill.mp3", "Glow / Ada / Tides /  / ..\\Ada\\Tides\\02 Glow.mp3"] },
        {
            "JSPF with nothing but recordings", "minimal.jspf", "{\"playlist\":{\"title\":\"LB\",\"track\":[{\"identifier\":[\"https://musicbrainz.org/recording/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0\"]}]}}",
            ["MusicBrainz recording 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 /  /  /  / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"]
        },
        { "XSPF with characters that XML forbids", "quod.xspf", "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><trackList><track><title>Deca&#56553;gui Hip</title><creator>A</creator></track><track><title>Bell &#7; here</title><creator>B</creator></track></trackList></playlist>", ["Decagui Hip / A /  / ", "Bell  here / B /  / "] },
        { "Jellyfin", "playlist.xml", "<?xml version=\"1.0\"?><Item><LocalTitle>Road</LocalTitle><PlaylistItems><PlaylistItem><Path>/media/music/Ada/Tides/01 - Rill.flac</Path></PlaylistItem></PlaylistItems></Item>", ["Rill / Ada / Tides /  / /media/music/Ada/Tides/01 - Rill.flac"] },
        { "Moments before the names, in brackets", "a.txt", "[00:00:00] 1. Ada - Rill\n[00:02:53] 2. Bo - Glow\n[00:05:55] 3. Cid - Cold\n", ["Rill / Ada /  / ", "Glow / Bo /  / ", "Cold / Cid /  / "] },
        { "Short moments before the names, in brackets", "br.txt", "[00:00] Ada - Rill\n[03:57] Bo - Glow\n[08:41] Boards of Sea - Roy\n", ["Rill / Ada /  / ", "Glow / Bo /  / ", "Roy / Boards of Sea /  / "] },
        { "Moments before the names", "b.txt", "00:00 Ada - Rill\n03:57 Bo - Glow\n1:02:10 Four Cats - Two Thousand and One\n", ["Rill / Ada /  / ", "Glow / Bo /  / ", "Two Thousand and One / Four Cats /  / "] },
        { "Moments, and a line that says that there is more", "c.txt", "0:00 Salt & Sand - Dictation (Bo remix)\n2:17 KR-One - Sound\n3:55 S.P.Y - Funk\n(...)\n", ["Dictation (Bo remix) / Salt & Sand /  / ", "Sound / KR-One /  / ", "Funk / S.P.Y /  / "] },
        { "Quotes and by", "d.txt", "1. \"Rill\" by Ada\n2. \"Glow\" by Bo Ek\n3. \"Cold\" by Cid\n", ["Rill / Ada /  / ", "Glow / Bo Ek /  / ", "Cold / Cid /  / "] },
        { "spotify-backup as text", "backup.txt", "Road trip\r\nRill\tAda\tTides\tspotify:track:1aAaaaaaaaaaaaaaaaaaa1\t2007-11-05\r\nGlow\tBo\tCold\tspotify:track:1aAaaaaaaaaaaaaaaaaaa2\t2017-01-13\r\n\r\n", ["Rill / Ada / Tides /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa1", "Glow / Bo / Cold /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa2"] },
        { "SpotMyBackup", "backup.json", "{\"playlists\":[{\"name\":\"Road trip\",\"tracks\":[{\"id\":\"1\",\"track\":{\"name\":\"Rill\",\"artists\":[{\"name\":\"Ada\"}]}}]}],\"saved\":[]}", ["Rill / Ada /  / "] },
        { "Excel in German, with hours for minutes", "excel.csv", "Titel;Interpret;Album;Länge\r\nFür Ada;Bo Ek;Cold;00:03:05\r\nHoppla;Cid;Takk...;0:04:28\r\n", ["Für Ada / Bo Ek / Cold / 185000 ms", "Hoppla / Cid / Takk... / 268000 ms"] },
        { "Excel that took minutes for hours", "day.csv", "Title,Artist,Duration\nFoo,Bar,3:05:00\nBaz,Qux,4:28:00\nQuux,Bar,2:10:00\n", ["Foo / Bar /  / 185000 ms", "Baz / Qux /  / 268000 ms", "Quux / Bar /  / 130000 ms"] },
        { "Artists under another word", "band.csv", "Title;Band\nRill;Ada\nGlow;Bo\nCold;Cid\n", ["Rill / Ada /  / ", "Glow / Bo /  / ", "Cold / Cid /  / "] },
        { "Artists under an odd name", "names.csv", "Track;Artist Names (primary)\nRill;Ada\nGlow;Bo\nCold;Cid\n", ["Rill / Ada /  / ", "Glow / Bo /  / ", "Cold / Cid /  / "] },
        { "Quotes within quotes that nobody doubled", "quotes.csv", "\"Track URI\",\"Track Name\",\"Artist Name(s)\",\"Album Name\"\n\"spotify:track:1aAaaaaaaaaaaaaaaaaaa1\",\"The Ballad (From \"Bad\" TV)\",\"Ada\",\"Bad (From \"Bad\" TV)\"\n\"spotify:track:1aAaaaaaaaaaaaaaaaaaa2\",\"No \"Bread\"\",\"Bo\",\"J.J.\"\n", ["The Ballad (From \"Bad\" TV) / Ada / Bad (From \"Bad\" TV) /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa1", "No \"Bread\" / Bo / J.J. /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa2"] },
        { "Commas that are prose", "commas.csv", "Title,Artist\nHow Near, How Far,Trail\nRelative Ways,Trail\n", ["How Near, How Far / Trail /  / ", "Relative Ways / Trail /  / "] },
        { "A zero byte", "nul.csv", "Title,Artist\nRill on the long way,Ada Marlow\0\nGlow,Bo Ek\n", ["Rill on the long way / Ada Marlow /  / ", "Glow / Bo Ek /  / "] },
        { "Exportify as it was", "exportify.csv", "\"Spotify ID\",\"Artist IDs\",\"Track Name\",\"Album Name\",\"Artist Name(s)\",\"Release Date\",\"Duration (ms)\",\"Popularity\",\"Added By\",\"Added At\",\"Genres\"\n\"1aAaaaaaaaaaaaaaaaaaa1\",\"aaaaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbbbb\",\"Rill\",\"Tides\",\"Marlow, The Tinker,Bo Ek\",\"2019\",\"190066\",\"70\",\"u\",\"2020\",\"\"\n", ["Rill / Marlow, The Tinker + Bo Ek / Tides / 190066 ms / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"] },
        { "A relative of Exportify without ids", "relative.csv", "Track Name,Artist Name(s),Track Duration (ms),Album Name,Album Image URL,Explicit\nRill,Ada,200040,Tides,https://i.example/x,false\n", ["Rill / Ada / Tides / 200040 ms"] },
        { "Shazam, with a line above the header", "shazam.csv", "Shazam Library\nIndex,TagTime,Title,Artist,URL,TrackKey\n1,2023-03-26,\"Rill\",\"Ada\",https://www.shazam.com/track/123/rill,123\n2,2023-03-25,\"Glow\",\"Bo, The\",https://www.shazam.com/track/124/glow,124\n", ["Rill / Ada /  / ", "Glow / Bo, The /  / "] },
        { "Blanks before quotes", "blanks.csv", "TITLE, ARTIST\n\"Les eaux, de mars\", \"Ada Kent\"\n\"The Look\", \"Bo Ek\"\n", ["Les eaux, de mars / Ada Kent /  / ", "The Look / Bo Ek /  / "] },
        { "YouTube Music's songs alone", "songs.csv", "Video ID,Song Title,Album Title,Artist Name 1,Artist Name 2,Artist Name 3\nvid00000001,Rill,Tides,Ada,Bo,\nvid00000002,Glow,Cold,Björk,,\n", ["Rill / Ada + Bo / Tides /  / youtube:vid00000001", "Glow / Björk / Cold /  / youtube:vid00000002"] },
        {
            "spotify-backup as JSON", "backup-list.json",
            "[{\"name\":\"Road trip\",\"tracks\":[{\"added_at\":\"2020\",\"track\":{\"name\":\"Rill\",\"artists\":[{\"name\":\"Ada\"}],\"album\":{\"name\":\"Tides\"},\"duration_ms\":200000,\"external_ids\":{\"isrc\":\"GBAYE0601498\"},\"uri\":\"spotify:track:1aAaaaaaaaaaaaaaaaaaa1\"}}]}]",
            ["Rill / Ada / Tides / 200000 ms / GBAYE0601498 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"]
        },
        {
            "rekordbox with an empty artist", "rekordbox.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><DJ_PLAYLISTS Version=\"1.0.0\"><COLLECTION Entries=\"1\"><TRACK TrackID=\"1\" Name=\"Hiss\" Artist=\"\" Album=\"\" TotalTime=\"5\" Location=\"file://localhost/C:/Music/HISS.wav\"/></COLLECTION><PLAYLISTS><NODE Type=\"0\" Name=\"ROOT\" Count=\"1\"><NODE Name=\"My set\" Type=\"1\" KeyType=\"0\" Entries=\"1\"><TRACK Key=\"1\"/></NODE></NODE></PLAYLISTS></DJ_PLAYLISTS>",
            ["Hiss /  /  / 5000 ms / C:/Music/HISS.wav"]
        },
        { "Quotes, semicolons and commas within cells", "cells.csv", "Title,Artist,Album,Duration,ISRC\n\"Rill - Part 2\",\"A - B\",\"Al, bum\",3:05,GBAYE0601498\n\"He said \"\"hi\"\"\",\"Bo, The Maker\",\"X\",1:00,\n\"Semi;colon\",\"One; Two\",\"Y\",4:00,\n\"ロビン\",\"スピカ\",\"ハチ\",4:20,\n\"Track, with comma\",\"Earth, Wind & Sea\",,,\n", ["Rill - Part 2 / A - B / Al, bum / 185000 ms / GBAYE0601498", "He said \"hi\" / Bo, The Maker / X / 60000 ms", "Semi;colon / One + Two / Y / 240000 ms", "ロビン / スピカ / ハチ / 260000 ms", "Track, with comma / Earth, Wind & Sea /  / "] },
        { "What spreadsheets take for formulas", "formulas.csv", "Title,Artist,Album,Duration,ISRC\n\"=SUM(1)\",\"@artist\",\"+album\",2:00,\n\"#1 Crush\",\"#Hash\",\"Z\",3:33,\n\"1999\",\"99 Balloons\",\"05 - Album\",3:33,GBAYE0601498\n", ["=SUM(1) / @artist / +album / 120000 ms", "#1 Crush / #Hash / Z / 213000 ms", "1999 / 99 Balloons / 05 - Album / 213000 ms / GBAYE0601498"] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_file_is_read_as_a_person_reads_it(string kind, string fileName, string text, string[] tracks)
    {
        var read = Samples.Lines(Samples.ReadText(text, fileName)[0]);

        Assert.True(tracks.SequenceEqual(read), $"{kind}:\n{string.Join('\n', read)}");
    }

    [Theory]
    [InlineData("windows-1251", "#EXTM3U\r\n#EXTINF:289,Кино - Группа крови\r\nD:\\Музыка\\Кино\\1988 - Группа крови\\01 - Группа крови.mp3\r\n#EXTINF:268,Сплин - Выхода нет\r\nD:\\Музыка\\Сплин\\02 Выхода нет.mp3\r\n", "Группа крови", "Кино")]
    [InlineData("koi8-r", "#EXTM3U\r\n#EXTINF:289,Кино - Группа крови\r\nD:\\Музыка\\Кино\\1988 - Группа крови\\01 - Группа крови.mp3\r\n#EXTINF:268,Сплин - Выхода нет\r\nD:\\Музыка\\Сплин\\02 Выхода нет.mp3\r\n", "Группа крови", "Кино")]
    [InlineData("gbk", "#EXTM3U\r\n#EXTINF:240,许嵩 - 七号公园\r\nE:\\音乐\\许嵩\\七号公园.mp3\r\n#EXTINF:240,周杰伦 - 告白气球\r\nE:\\音乐\\周杰伦\\告白气球.mp3\r\n", "七号公园", "许嵩")]
    [InlineData("shift_jis", "#EXTM3U\r\n#EXTINF:289,スピッツ - ロビンソン\r\nD:\\音楽\\スピッツ\\ハチミツ\\02 ロビンソン.mp3\r\n#EXTINF:200,宇多田ヒカル - 光\r\nD:\\音楽\\宇多田ヒカル\\光.mp3\r\n", "ロビンソン", "スピッツ")]
    public void Letters_of_other_code_pages_are_read_as_they_are_meant(string codePage, string text, string title, string artist)
    {
        var track = new PlaylistFileReader().Read(Encoding.GetEncoding(codePage).GetBytes(text), "list.m3u", null)[0].Tracks[0];

        Assert.Equal((title, artist), (track.Title, Assert.Single(track.Artists)));
    }

    [Fact]
    public void Of_a_file_in_two_encodings_each_line_is_read_in_its_own()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("#EXTM3U\n#EXTINF:289,Кино - Группа крови\na.mp3\n#EXTINF:268,Sigur Rós - Hoppípolla\nb.mp3\n"), .. Encoding.Latin1.GetBytes("#EXTINF:200,Björk - Jóga\nc.mp3\n")];

        Assert.Equal(["Группа крови", "Hoppípolla", "Jóga"], new PlaylistFileReader().Read(bytes, "mixed.m3u", null)[0].Tracks.Select(track => track.Title));
    }

    [Fact]
    public void Text_of_rekordbox_is_UTF_16()
        => Assert.Equal(
            ["On The Block (Original Mix) / Ada Fico / On The Block / 360000 ms"],
            Samples.Lines(new PlaylistFileReader().Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("#\tArtwork\tTrack Title\tArtist\tAlbum\tGenre\tBPM\tRating\tTime\tKey\tDate Added\r\n1\t\tOn The Block (Original Mix)\tAda Fico\tOn The Block\tHouse\t126.00\t     \t06:00\t8A\t2024-01-01\r\n")], "rekordbox.txt", null)[0]));

    [Theory]
    [InlineData("Date,Name,Amount\n2024-01-01,Rent,500\n2024-01-02,Food,20\n")]
    [InlineData("Name,Email\nAlice,a@example.org\nBob,b@example.org\n")]
    public async Task Accounts_and_contacts_are_no_music_wherever_they_lie(string table)
    {
        using var zip = new MemoryStream(Zips.Of(("Takeout/x/table.csv", table), ("Takeout/list.csv", "Title,Artist\nRill,Ada\n")));
        var reading = await new PlaylistFileReader().ReadAllAsync(zip, "x.zip", null, default);

        Assert.StartsWith("“Name” may name the titles, but no column was recognised that names the artists.", Samples.Refusal(table)["Line 1: ".Length..], StringComparison.Ordinal);
        Assert.Equal(["list"], reading.Playlists.Select(playlist => playlist.Name));
    }
}
