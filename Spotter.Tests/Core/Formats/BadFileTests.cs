namespace Spotter.Tests.Core.Formats;

/// <summary>Every kind of file that is refused, with the message that users read.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "empty", "", "The file is empty. Nothing was imported." },
        { "blanks alone", "\uFEFF \r\n\t", "The file is empty. Nothing was imported." },
        { "a header alone", "Title,Artist\n", "The file has a header, but no tracks below it. Nothing was imported." },
        {
            "Exportify's header alone", "Track URI,Track Name,Artist Name(s)\r\n",
            "The file has the header of Exportify, but no tracks below it. Nothing was imported."
        },
        {
            "no column for the title", "\n\nFoo;Bar\n1;2\n",
            "Line 3: no column for the title was recognised. Found: “Foo”, “Bar”. Needed: a first line that names a title column "
            + "(“Title”, “Track name” or “Song”); also read are “Artist”, “Album”, “Duration” and “ISRC”. Nothing was imported."
        },
        {
            "a row with a comma too many", "Title,Artist\nNine Lives,Ada\nOne,Two,Ada\n",
            "Line 3: expected 2 columns as in the header, found 3. Nothing was imported."
        },
        {
            "a row that breaks off before its artist", "Title;Artist\nNine Lives;Ada\nOne\n",
            "Line 3: expected 2 columns as in the header, found 1. Nothing was imported."
        },
        {
            "a quote that is never closed", "Title,Artist\nNine Lives,Ada\n\"One,Ada\nTwo,Ada\n",
            "Line 3: a quoted cell begins in this line and is never closed. Nothing was imported."
        },
        {
            "a cell that is no cell", "Title,Artist\n" + new string('x', 10_001) + ",Ada\n",
            "Line 2: cell 1 has 10,001 characters; expected 10,000 at most. Nothing was imported."
        },
        {
            "columns without end", "Title" + new string(',', 5_000) + "\n", "Line 1: found 5,001 columns; expected 1,000 at most. Nothing was imported."
        },
        {
            "nothing usable in it", "Title,Artist\n,Ada\n,Kari\n",
            "None of the file's 2 entries could be used. The first, in line 2: A row without a title was left out. Nothing was imported."
        },
        { "JSON that breaks off", "{\n \"playlist\": {\n  \"track\": [", "Line 3: the JSON is broken here. Expected a whole playlist (JSPF, or a file of Spotify's account data). Nothing was imported." },
        {
            "JSON that is something else", "{\"lists\": [], \"user\": 1}",
            "Line 1: expected an object “playlist”, as JSPF has it, or “playlists”, as Spotify's account data has it, found “lists”, “user”. Nothing was imported."
        },
        { "JSON without tracks", "{\"playlist\": {\"title\": \"x\"}}", "The playlist names no tracks. Nothing was imported." },
        { "JSON with tracks that are no list", "{\"playlist\": {\"track\": 7}}", "Line 1: expected a list “track” in the playlist, as JSPF has it. Nothing was imported." },
        {
            "JSON with half a character", "{\"playlist\":\n{\"track\":[\n{\"title\":\"\\ud800\"}]}}",
            "Line 3: “title” is no valid text: it holds half a character. Nothing was imported."
        },
        {
            "JSON nested without end", new string('[', 100_000).Insert(0, "{\"playlist\":"),
            "Line 1: the JSON is broken here. Expected a whole playlist (JSPF, or a file of Spotify's account data). Nothing was imported."
        },
        {
            "XML that breaks off", "<playlist>\n<trackList>\n<track>\n", "Line 4: the XML is broken here. Expected a whole XSPF file. Nothing was imported."
        },
        {
            "XML of another kind", "<?xml version=\"1.0\"?>\n<feed><entry/></feed>",
            "Line 2: expected <playlist>, with which an XSPF playlist begins, found <feed>. Nothing was imported."
        },
        {
            "a property list of another program", "<?xml version=\"1.0\"?>\n<plist><dict/></plist>",
            "This is a property list of some program, but no library and no playlist of iTunes or Music. Nothing was imported."
        },
        {
            "a property list with entities", "<!DOCTYPE plist [<!ENTITY a \"aaaa\">]>\n<plist><dict><key>&a;</key></dict></plist>",
            "Line 1: the file declares a document type or entities, which playlists do not need and Spotter does not read. Nothing was imported."
        },
        {
            "XML with entities that grow", "<?xml version=\"1.0\"?>\n<!DOCTYPE playlist [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<playlist><title>&b;</title></playlist>",
            "Line 2: the file declares a document type or entities, which playlists do not need and Spotter does not read. Nothing was imported."
        },
        {
            "XML that asks for a file of ours", "<!DOCTYPE playlist SYSTEM \"file:///etc/passwd\">\n<playlist/>",
            "Line 1: the file declares a document type or entities, which playlists do not need and Spotter does not read. Nothing was imported."
        },
        {
            "XML nested without end", "<playlist>" + string.Concat(Enumerable.Repeat("<a>", 100_000)),
            "Line 1: elements are nested more deeply here than in any XSPF file. Nothing was imported."
        },
        {
            "XML nested without end within a title", "<playlist><trackList><track>\n<title>" + string.Concat(Enumerable.Repeat("<a>", 100_000)),
            "Line 2: elements are nested more deeply here than in any XSPF file. Nothing was imported."
        },
        {
            "XML with a title that is none", "<playlist>\n<title>" + new string('x', 10_001) + "</title></playlist>",
            "Line 2: <title> has 10,001 characters; expected 10,000 at most. Nothing was imported."
        },
        { "XML without tracks", "<playlist><trackList/></playlist>", "The playlist names no tracks. Nothing was imported." },
        {
            "a web page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>",
            "This is a web page, not a playlist file. The download may have ended at a sign-in or an error page. Nothing was imported."
        },
        { "an M3U without entries", "#EXTM3U\n#EXTENC: UTF-8\n", "The playlist names no tracks. Nothing was imported." },
        {
            "a broadcast", "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\nsegment1.ts\n",
            "Line 2: this is a streaming playlist (HLS): the pieces of one broadcast, not a list of tracks. Nothing was imported."
        },
        {
            "a line that is no line", "#EXTM3U\n" + new string('x', 10_001), "Line 2: the line has 10,001 characters; expected 10,000 at most. Nothing was imported."
        },
        {
            "zero bytes within text", "Title,Artist\nNine Lives,Ada\nTen\0\0Lives,Ada\n",
            "Line 3: this is a binary file: it holds zero bytes, which no text has. Expected a playlist as text (CSV, M3U, XSPF or JSPF). Nothing was imported."
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_refused_in_words_that_name_the_line_and_what_was_expected(string reason, string text, string message)
    {
        var refusal = Samples.Refusal(text, "list");

        Assert.True(message == refusal, $"{reason}: {refusal}");
    }

    public static TheoryData<string, byte[], string> Binaries => new()
    {
        { "gzip", [0x1F, 0x8B, 8, 0, 0, 0], "This is a gzip archive. Unpack it and choose the playlist files in it. Nothing was imported." },
        { "png", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13], "This is a picture (PNG), not a playlist file. Nothing was imported." },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8], "This is a picture (JPEG), not a playlist file. Nothing was imported." },
        { "mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0], "This is a sound file (MP3), not a playlist file. Nothing was imported." },
        { "flac", [.. "fLaC"u8, 0, 0, 0, 34], "This is a sound file (FLAC), not a playlist file. Nothing was imported." },
        { "mp4", [0, 0, 0, 32, .. "ftypM4A "u8, 0, 0, 0, 0], "This is a sound or film file (MP4), not a playlist file. Nothing was imported." },
        { "pdf", [.. "%PDF-1.7\n"u8], "This is a PDF document, not a playlist file. Nothing was imported." },
        {
            "a program", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0],
            "Line 1: this is a binary file: it holds zero bytes, which no text has. Expected a playlist as text (CSV, M3U, XSPF or JSPF). Nothing was imported."
        },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void What_is_no_text_is_called_by_its_name(string reason, byte[] bytes, string message)
    {
        var refusal = Samples.Refusal(bytes);

        Assert.True(message == refusal, $"{reason}: {refusal}");
    }

    [Fact]
    public void A_text_that_begins_like_a_sound_file_is_a_text()
        => Assert.Equal("Nine Lives", Assert.Single(Assert.Single(Samples.ReadText("ID3 title,Title,Artist\nx,Nine Lives,Ada\n")).Tracks).Title);
}
