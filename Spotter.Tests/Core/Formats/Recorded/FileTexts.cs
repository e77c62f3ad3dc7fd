namespace Spotter.Tests.Core.Formats.Recorded;

/// <summary>Small files whose readings are recorded: the usual and the odd ones of each format, and both sides of each boundary.</summary>
internal static class FileTexts
{
    private const string Mbid = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0";

    public static readonly (string Name, string Text)[] All =
    [
        // M3U.
        ("a.m3u", "#EXTM3U\n#PLAYLIST:Road\n#EXTINF:215,Ada - Nine Lives\nMusic/Ada/Cats/01 Nine Lives.mp3\n#EXTINF:61,Bo - Attic\nMusic/Bo/Tape/02 Attic.mp3\n"),
        ("b.m3u8", "#EXTINF:215,Nine Lives - Ada\nMusic/Ada/Cats/01 Nine Lives.mp3\n#EXTINF:61,Attic - Bo\nMusic/Bo/Tape/02 Attic.mp3\n"),
        ("c.m3u", "#EXTINF:215,Ada - Nine Lives\n#EXTINF:61,Bo - Attic\nx.mp3\n#EXTINF:5,\n\n# comment\ny.mp3\n"),
        ("d.m3u", "#EXTM3U\n#EXTALB:Cats\n#EXTART:Ada\n#EXTINF:215,Nine Lives\na.mp3\n#EXTALB:Tape\n#EXTINF:61,Bo - Attic\nb.mp3\n#EXTART:\n#EXTALB:\n#EXTINF:3,Cy\nc.mp3\n"),
        ("e.m3u", "#EXTVDJ:<filesize>1</filesize><artist>Ada</artist><title>Nine &amp; Lives</title><remix>Live</remix><songlength>215.5</songlength>\nD:\\Music\\x.mp3\n#EXTVDJ:<title>Attic</title>\ny.mp3\n#EXTVDJ:<artist>Cy</artist>\nz.mp3\n#EXTINF:7,Old - Name\n#EXTVDJ:<artist>New</artist><title>Title</title><songlength>9</songlength>\nw.mp3\n"),
        ("f.m3u", "#EXTINF:215 tvg-id=\"a,b\" group=\"x\",Ada - Nine Lives\na.mp3\n#EXTINF:-1,Radio - One\nhttp://radio.example/one\n#EXTINF:12\nb.mp3\n"),
        ("g.m3u", "Music/Ada/Cats/01 - Nine Lives.flac\nMusic/Ada/Cats/02. Attic.flac\nC:\\Music\\Bo - Tape\\Bo - 03 - Lives.mp3\n/srv/music/Various Artists/Mix/04 Ada - Nine.ogg\nfile:///home/ann/Music/Ada%20Moss/Cats%20%282019%29/05%20Nine%20Lives.mp3\n\\\\nas\\music\\Ada\\Cats\\1-06 Nine.mp3\nNine Lives.mp3\nfolder/\n..\n"),
        ("h.m3u8", "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\na.ts\n"),
        ("i.m3u", "#EXTM3U\n"),
        ("j.m3u", "#EXTINF:1:05,Ada – Nine Lives\na.mp3\n#EXTINF:3m 5s,Ada — Nine\nb.mp3\n#EXTINF:0,Ada-Nine\nc.mp3\n#EXTINF:99999999,Ada - Long\nd.mp3\n"),
        ("k.m3u", "#EXTINF:200,Ada - Cats - Nine Lives\nAda/Cats/Nine Lives.mp3\n#EXTINF:200,01 - Ada - Nine Lives\nAda/Cats/01 Nine Lives.mp3\n#EXTINF:200,Nine Lives\nAda/Cats/Nine Lives.mp3\n"),
        ("l.m3u", "#EXTINF:1,A - B\nhttps://open.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2\n#EXTINF:1,C - D\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2\n"),

        // PLS.
        ("a.pls", "[playlist]\nFile2=b.mp3\nTitle2=Bo - Attic\nLength2=61\nFile1=Ada/Cats/01 Nine.mp3\nTitle1=Ada - Nine\nLength1=-1\nNumberOfEntries=2\nVersion=2\n"),
        ("b.pls", "[Playlist]\nfile 3 = c.mp3\ntitle3=\nFilex=d\nFile-1=e\nTitle4=Ada - Alone\nLength5=12\n=1\nFile=2\n"),
        ("c.pls", "[playlist]\nNumberOfEntries=0\n"),

        // Lists as people type them.
        ("a.txt", "Ada - Nine Lives\nBo - Attic\n"),
        ("b.txt", "1. Ada - Nine Lives\n2. Bo - Attic (3:57)\n3) Cy – Tape [1:02:03]\n04) Di — Boat - 3:05\n"),
        ("c.txt", "1 - Ada - Nine Lives\n2 - Bo - Attic\n311 - Down\n3 - Cy - Tape\n07 - Di - Boat\n"),
        ("d.txt", "00:00 Ada - Nine Lives\n03:57 Bo - Attic\n[1:02:10] Cy - Tape\n(1:05:00) - Di - Boat\n1. 00:10 Ed - Oar\n"),
        ("e.txt", "My list\n\n• Ada - Nine Lives\n* Bo - Attic\n- Cy - Tape\n· Di - Boat\n# comment\n"),
        ("f.txt", "\"Nine Lives\" by Ada\nAttic by Bo\nAda - 4:33\nCy - Tape - Live\n"),
        ("g.txt", "Dear Ann,\nit rained - all day.\nYours\n"),
        ("h.txt", "2019-05-01 - rain\n2019-05-02 - sun\n"),
        ("i.txt", "Ada - One\nheading\nBo - Two\n"),
        ("j.txt", "Ada - One\nheading\n"),
        ("k.txt", "Ada\tNine Lives\nBo\tAttic\n"),
        ("l.txt", "Ada-Nine\nAda -Nine\nAda- Nine\nAda  -  Nine\nAda | Nine\nAda / Nine\nAda: Nine\n"),
        ("m.txt", "311 - Down\n1975 - Sound\n!!! - Me\n"),
        ("n.txt", ""),
        ("o.txt", "   \n\n"),

        // Tables.
        ("a.csv", "Title,Artist,Album,Duration,ISRC\nNine Lives,Ada,Cats,3:35,GBXYZ1900001\nAttic,Bo,,61,\n"),
        ("b.csv", "Artist;Titel;Dauer\nAda;Nine Lives;215000\nBo;Attic;61000\n"),
        ("c.csv", "title\tartist\tlength (sec)\nNine Lives\tAda\t20000\n"),
        ("d.csv", "title,artist,duration_ms\nNine,Ada,5\nLives,Ada,215000.4\n"),
        ("e.csv", "title,artist,time\nNine,Ada,3:05:00\nLives,Ada,4:10:00\nLong,Ada,2:00:00\n"),
        ("f.csv", "title,artist,time\nNine,Ada,3:05:00\nLives,Ada,0:10:00\nLong,Ada,0:20:00\n"),
        ("g.csv", "title,artist,time\nNine,Ada,3:05:01\nLives,Ada,4:10:00\n"),
        ("h.csv", "title,artist,length\nNine,Ada,9999\nLives,Ada,10000\n"),
        ("i.csv", "title,artist,length\nNine,Ada,9998\nLives,Ada,9999\n"),
        ("j.csv", "Track Name,Artist 1,Artist 2,Artist10\nNine,Ada,Bo,Cy\nLives,Ada,,Ada\n"),
        ("k.csv", "Name,Performer,Link\nNine,Ada,https://www.youtube.com/watch?v=abc123\nLives,Ada,https://youtu.be/def\nOar,Ada,https://www.deezer.com/de/track/12\nBoat,Ada,https://listen.tidal.com/track/34\nTide,Ada,https://open.spotify.com/intl-de/track/2aBcDeFgHiJkLmNoPqRsT2?si=1\nNone,Ada,ftp://x/y\n"),
        ("l.csv", "Title,Artist,Type\nNine,Ada,Track\nAda,,Artist\nCats,Ada,Album\nLives,Ada,Favorite\n"),
        ("m.csv", "Playlist,Title,Artist\nRoad,Nine,Ada\nSunday,Lives,Ada\nRoad,Attic,Bo\n,Oar,Cy\n"),
        ("n.csv", "Title,Artist\nNine,Ada\nTitle,Artist\nLives,Bo\n,Cy\n,,\n"),
        ("o.csv", "Title,Artist\nHow Near, How Far,Ada\n"),
        ("p.csv", "Title,Artist\nNine,Ada,x\n"),
        ("q.csv", "Title,Artist,Album\nNine\n"),
        ("r.csv", "Title,Artist\n\"Nine \"\"Lives\"\"\",Ada\n\"A,B\",\"Bo\nBirch\"\n"),
        ("s.csv", "Title,Artist\n\"Nine,Ada\n"),
        ("t.csv", "Title,Artist\n12\" Mix,Ada\n\"Heroes\" (Live),Bo\n"),
        ("u.csv", "sep=;\nTitle;Artist\nNine;Ada\n"),
        ("v.csv", "My export\nMade by a program\nTitle,Artist\nNine,Ada\n"),
        ("w.csv", "Road trip\nNine,Ada\nLives,Bo\n"),
        ("x.csv", "Title\nNine\nLives\n"),
        ("y.csv", "Name,Email\nAnn,ann@example.org\n"),
        ("z.csv", "Title,URL\nNews,https://example.org/a\n"),
        ("aa.csv", "Title,Something\nNine,Ada Moss\nLives,Bo Birch\n"),
        ("ab.csv", "Title,Album\nNine,Cats\n"),
        ("ac.csv", "Title,ISRC\nNine,GBXYZ1900001\nLives,\n"),
        ("ad.csv", "Title,ISRC\nNine,GBXYZ1900001\nLives,x\nOar,y\n"),
        ("ae.csv", $"Title,Recording MBID\nNine,{Mbid}\n"),
        ("af.csv", "Title,Location\nNine,Music/Nine.mp3\n"),
        ("ag.csv", "Title,Location\nNine,Docs/Nine.pdf\n"),
        ("ah.csv", "Video ID,Title,Artist Names\nabcdefghijk,Nine,Ada\n"),
        ("ai.csv", "Title,Artist,Id\nNine,Ada,spotify:track:2aBcDeFgHiJkLmNoPqRsT2\nPod,Ada,spotify:episode:2aBcDeFgHiJkLmNoPqRsT2\n,Ada,spotify:episode:2aBcDeFgHiJkLmNoPqRsT3\nOne,Ada,youtube:abc\nTwo,Ada,plain\n"),
        ("aj.csv", "Title,Artist\nRock &amp; Roll,A &amp;amp; B\n"),
        ("ak.csv", "Title , Artist\n Nine , Ada \n"),
        ("al.csv", "Title, \"Artist\"\nNine, \"Ada, Bo\"\n"),
        ("am.tsv", "Nine Lives\tAda\t3:35\nAttic\tBo\t1:01\n"),
        ("an.csv", "Sang;Skald\nNine;Ada\nLives;Bo\n"),
        ("ao.csv", "Sang;Skald\nNine;Ada\nLives;Bo\nOar;Cy\nBoat\n"),
        ("ap.csv", "Sang;Skald\nNine;Ada\nLives;Bo\nBoat\n"),
        ("aq.csv", "Title,Artist\n"),
        ("ar.csv", "Song Title,Sort Artist,Artist ID,Interpret\nNine,Moss,12,Ada\n"),
        ("as.csv", "Title,Artist,Title\nNine,Ada,Other\n"),
        ("at.csv", "Track URI,Track Name,Artist Name(s),Album Name,Track Duration (ms),ISRC\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,Nine,\"Ada, Bo\",Cats,215000,GBXYZ1900001\nspotify:local:Ada:Cats:Nine:61,Nine,Ada,Cats,61000,\n"),
        ("au.csv", "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,Nine,Ada;Bo\nspotify:track:2aBcDeFgHiJkLmNoPqRsT3,Lives,\"Tyler, The Creator\"\n"),
        ("av.csv", "Track name,Artist name,Album,Playlist name,Type,ISRC,Tidal - id\nNine,Ada,Cats,Road,Playlist,GBXYZ1900001,12\nLives,Bo,,Sunday,Playlist,,\n"),
        ("aw.csv", "title;artist;album;isrc\nNine;Ada;Cats;gbxyz1900001\n"),

        // JSON.
        ("a.json", "{\"playlists\":[{\"name\":\"Road\",\"description\":\"x\",\"items\":[{\"track\":{\"trackName\":\"Nine\",\"artistName\":\"Ada\",\"albumName\":\"Cats\",\"trackUri\":\"spotify:track:2aBcDeFgHiJkLmNoPqRsT2\"}},{\"episode\":{\"episodeName\":\"Pod\"},\"track\":null},{\"localTrack\":{\"uri\":\"spotify:local:Ada::Nine:61\"},\"track\":null},{\"track\":null},{\"track\":{\"artistName\":\"Ada\"}},7]},{\"name\":\"Empty\",\"items\":[]},{\"items\":[{\"track\":{\"trackName\":\"Lives\",\"artistName\":\"\"}}]}]}"),
        ("b.json", "{\"tracks\":[{\"artist\":\"Ada\",\"album\":\"Cats\",\"track\":\"Nine\",\"uri\":\"spotify:track:2aBcDeFgHiJkLmNoPqRsT2\"},\n{\"artist\":\"\",\"track\":\"Lives\"},\n{\"artist\":\"Bo\"},\n4]}"),
        ("c.json", "{\"tracks\":[],\"bannedTracks\":[]}"),
        ("d.json", "{\"tracks\":[]}"),
        ("e.json", "{\"tracks\":[{\"track\":{\"name\":\"Nine\"}}]}"),
        ("f.json", "[{\"title\":\"Nine\",\"artist\":\"Ada\",\"album\":\"Cats\",\"isrc\":\"GBXYZ1900001\",\"durationMs\":215000},{\"title\":\"Lives\",\"artists\":[\"Ada\",\"Bo\"]},{\"artist\":\"x\"}]"),
        ("g.jspf", "{\"playlist\":{\"title\":\"Road\",\"annotation\":\"x\",\"track\":[{\"title\":\"Nine\",\"creator\":\"Ada\",\"album\":\"Cats\",\"duration\":215000,\"identifier\":[\"https://musicbrainz.org/recording/" + Mbid + "\"],\"location\":[\"a.mp3\"]},{\"title\":\"Lives\",\"identifier\":\"isrc:GBXYZ1900001\",\"location\":\"b.mp3\"},{\"creator\":\"Ada\"},{\"title\":\"\",\"creator\":\"\"},{\"location\":\"Ada/Cats/01 Nine.mp3\"}]}}"),
        ("h.jspf", "{\"playlist\":{\"track\":[]}}"),
        ("i.jspf", "{\"playlist\":{}}"),
        ("j.json", "{\"name\":\"Road\",\"tracks\":{\"items\":[{\"track\":{\"name\":\"Nine\",\"artists\":[{\"name\":\"Ada\"},{\"name\":\"Bo\"}],\"album\":{\"name\":\"Cats\"},\"duration_ms\":215000,\"external_ids\":{\"isrc\":\"GBXYZ1900001\"},\"uri\":\"spotify:track:2aBcDeFgHiJkLmNoPqRsT2\"}},{\"track\":{\"name\":\"Pod\",\"type\":\"episode\"}},{\"track\":null}]}}"),
        ("k.json", "{\"a\":1}"),
        ("l.json", "{\"playlists\":["),
        ("m.json", "[1,2]"),
        ("n.json", "{}"),

        // XML.
        ("a.xspf", "<?xml version=\"1.0\"?><playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><title>Road</title><annotation>x</annotation><trackList><track><title>Nine</title><creator>Ada</creator><album>Cats</album><duration>215000</duration><location>file:///a.mp3</location><identifier>isrc:GBXYZ1900001</identifier></track><track><title>Lives</title></track><track><creator>Bo</creator></track><track><location>Ada/Cats/01%20Nine.mp3</location></track><track/></trackList></playlist>"),
        ("b.xspf", "<playlist><trackList></trackList></playlist>"),
        ("c.xspf", "<playlist><trackList><track><title>Nine</title>"),
        ("d.xml", "<html><body>x</body></html>"),
        ("e.wpl", "<?wpl version=\"1.0\"?><smil><head><title>Road</title></head><body><seq><media src=\"..\\Ada\\Cats\\01 Nine.mp3\" albumTitle=\"Cats\" trackTitle=\"Nine\" trackArtist=\"Ada\" duration=\"215000\"/><media src=\"Bo - Attic.mp3\"/><media/></seq></body></smil>"),
        ("f.asx", "<asx version=\"3.0\"><title>Road</title><entry><title>Nine</title><author>Ada</author><ref href=\"a.mp3\"/><duration value=\"00:03:35\"/></entry><entry><ref href=\"Bo - Attic.mp3\"/></entry></asx>"),
        ("g.nml", "<NML VERSION=\"19\"><COLLECTION><ENTRY TITLE=\"Nine\" ARTIST=\"Ada\"><LOCATION DIR=\"/:Music/:\" FILE=\"a.mp3\" VOLUME=\"C:\"/><ALBUM TITLE=\"Cats\"/><INFO PLAYTIME=\"215\"/></ENTRY></COLLECTION><PLAYLISTS><NODE TYPE=\"PLAYLIST\" NAME=\"Road\"><PLAYLIST><ENTRY><PRIMARYKEY TYPE=\"TRACK\" KEY=\"C:/:Music/:a.mp3\"/></ENTRY><ENTRY><PRIMARYKEY TYPE=\"TRACK\" KEY=\"C:/:Music/:gone.mp3\"/></ENTRY></PLAYLIST></NODE></PLAYLISTS></NML>"),
        ("h.xml", "<DJ_PLAYLISTS Version=\"1.0.0\"><COLLECTION><TRACK TrackID=\"1\" Name=\"Nine\" Artist=\"Ada\" Album=\"Cats\" TotalTime=\"215\" Location=\"file://localhost/a.mp3\"/></COLLECTION><PLAYLISTS><NODE Type=\"0\" Name=\"ROOT\"><NODE Type=\"1\" Name=\"Road\" KeyType=\"0\"><TRACK Key=\"1\"/><TRACK Key=\"2\"/></NODE></NODE></PLAYLISTS></DJ_PLAYLISTS>"),
        ("i.xml", "<plist version=\"1.0\"><dict><key>Tracks</key><dict><key>1</key><dict><key>Track ID</key><integer>1</integer><key>Name</key><string>Nine</string><key>Artist</key><string>Ada</string><key>Total Time</key><integer>215000</integer></dict><key>2</key><dict><key>Track ID</key><integer>2</integer><key>Name</key><string>Clip</string><key>Movie</key><true/></dict></dict><key>Playlists</key><array><dict><key>Name</key><string>Library</string><key>Master</key><true/><key>Playlist Items</key><array><dict><key>Track ID</key><integer>1</integer></dict></array></dict><dict><key>Name</key><string>Road</string><key>Playlist Items</key><array><dict><key>Track ID</key><integer>1</integer></dict><dict><key>Track ID</key><integer>2</integer></dict><dict><key>Track ID</key><integer>3</integer></dict></array></dict></array></dict></plist>"),
        ("j.vdjfolder", "<VirtualFolder><song path=\"a.mp3\" size=\"1\" songlength=\"215.0\" title=\"Nine\" artist=\"Ada\" remix=\"Live\" idx=\"1\"/><song path=\"Ada - Lives.mp3\" idx=\"0\"/><song/></VirtualFolder>"),
        ("k.xml", "<Item><PlaylistItems><PlaylistItem><Path>Ada/Cats/01 Nine.mp3</Path></PlaylistItem><PlaylistItem><Path></Path></PlaylistItem></PlaylistItems><LocalTitle>Road</LocalTitle></Item>"),

        // Not a playlist at all.
        ("a.html", "<!DOCTYPE html><html><head><title>x</title></head></html>"),
        ("a.pdf", "%PDF-1.7\n"),
        ("a.cue", "FILE \"a.flac\" WAVE\n  TRACK 01 AUDIO\n    TITLE \"Nine\"\n"),
        ("a.log", "12:00 started\n12:01 ended\n"),
    ];

    public static readonly string[] Lengths =
    [
        "", " ", "0", "1", "0.4", "0.5", "225", "225.5", "225,5", "-1", "86400", "86401", "3:45", "3:60", "60:00", "1:60:00", "1:02:03", "1:2:3:4", "-3:45", "3:-5", "3:4.5", ":45", "3:", "225s", "225 s", "3m 45s", "3m45", "1h 2m 3s", "5 min", "5 sec", "500 ms", "PT3M45S", "pt1h", "PT", "3x", "m", "abc", "1e3", "+5", "1 2", "24:00:00", "24:00:01",
    ];

    public static readonly string[] Ids =
    [
        "", "2aBcDeFgHiJkLmNoPqRsT2", "2aBcDeFgHiJkLmNoPqRsT", "2aBcDeFgHiJkLmNoPqRsT-", "spotify:track:2aBcDeFgHiJkLmNoPqRsT2", "SPOTIFY:TRACK:2aBcDeFgHiJkLmNoPqRsT2", "spotify:album:2aBcDeFgHiJkLmNoPqRsT2", "https://open.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2?si=x", "https://open.spotify.com/intl-de/track/2aBcDeFgHiJkLmNoPqRsT2", "https://open.spotify.com/album/2aBcDeFgHiJkLmNoPqRsT2", "https://notopen.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2", "https://x.open.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2", "https://open.spotify.com/track", "ftp://open.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2",
        "https://www.youtube.com/watch?v=abc", "https://music.youtube.com/watch?x=1&v=a%20b", "https://m.youtube.com/watch", "http://youtu.be/abc/", "https://youtu.be/", "https://www.deezer.com/de/track/12", "https://deezer.com/album/12", "https://tidal.com/browse/track/34", "https://listen.tidal.com/track/34", "https://example.org/track/1", "youtube:abc", "youtube:", ":abc", "You:abc", "urn:abc", "isrc:abc", "file:abc", "spotify:abc", "a:b c", "a:b/c", "a:b:c",
        "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", "0B1C2D3E-4F50-6172-8394-A5B6C7D8E9F0", "00000000-0000-0000-0000-000000000000", "0b1c2d3e4f5061728394a5b6c7d8e9f0", "urn:uuid:0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", "https://musicbrainz.org/recording/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", "https://musicbrainz.org/release/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", "https://beta.musicbrainz.org/recording/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0/x",
        "GBXYZ1900001", "gb-xyz-19-00001", "isrc:GBXYZ1900001", "urn:isrc:GBXYZ1900001", "GBXYZ190000", "GBXYZ19000011", "1BXYZ1900001", "G1XYZ1900001", "GB-YZ1900001", "GBX!Z1900001", "GBXYZ19000O1", "GBXYZ1900001; USABC2000002", "GBXYZ1900001/USABC2000002", "x GBXYZ1900001",
    ];
}
