namespace Spotter.Core.Formats.Readers;

/// <summary>The column names of hand-made tables and players' text exports, the most reliable first. They are compared without case, spaces
/// and diacritics.</summary>
internal static class ColumnNames
{
    // "Name" and "Track" come last: next to a "Title" they mean something else (an artist's name, a track number).
    public static readonly string[] Title =
    [
        "Title", "Track name", "Track title", "Song name", "Song title", "Song",
        "Titel", "Titre", "Título", "Titolo", "Tytuł", "Название", "曲名", "标题",
        .. EverydayTitle,
    ];

    /// <summary>Names for the title that tables without music have too: contacts, accounts, bookmarks.</summary>
    public static string[] EverydayTitle =>
        ["Name", "Nom", "Nombre", "Nome", "Naam", "Namn", "Navn", "Nazwa", "名前", "Track", "Lied", "Morceau", "Canción", "Brano"];

    public static readonly string[] Artist =
    [
        "Artist", "Artists", "Artist name", "Artist name(s)", "Artist names", "Track artist", "Performer", "Creator",
        "Interpret", "Interpreten", "Künstler", "Artiste", "Artistes", "Interprète", "Artista", "Artistas", "Intérprete", "Artisti",
        "Artiest", "Wykonawca", "Kunstner", "Исполнитель", "アーティスト", "艺人", "Main artist", "Primary artist", "Album artist",
    ];

    /// <summary>Words that mean the artist in some tables and something else in others. They count only if the cells look like names.</summary>
    public static readonly string[] LikelyArtist =
    [
        "Band", "Bands", "Singer", "Singers", "Musician", "Musicians", "Vocalist", "Act", "Sänger", "Gruppe", "Chanteur", "Groupe", "Cantante", "Grupo", "Gruppo",
        "Zanger", "Zespół", "Группа", "歌手", "DJ",
    ];

    /// <summary>Columns of track lists that contain words but not the artist.</summary>
    public static readonly string[] BesideTracks =
    [
        "Genre", "Genres", "Year", "Date", "Date added", "Added at", "Added by", "Release date", "Label", "Comment", "Comments", "Note", "Notes", "Language", "Country",
        "Format", "Kind", "Type", "Platform", "Service", "Mood", "Key", "BPM", "Rating", "Explicit", "Popularity", "Composer", "Grouping", "Work", "Owner", "Tags", "Status",
        "Jahr", "Datum", "Kommentar", "Année", "Año", "Anno", "Jaar", "Description", "Image", "Artwork", "Source", "Bit rate", "Size", "Plays", "Disc number", "Track number",
    ];

    public static readonly string[] Album =
    [
        "Album", "Album name", "Album title", "Release", "Álbum", "Disque", "Disco", "Альбом", "アルバム", "专辑",
    ];

    public static readonly string[] Duration =
    [
        "Duration (ms)", "Duration ms", "Track duration (ms)", "Length (ms)", "Duration", "Duration (s)", "Duration (sec)", "Duration (seconds)",
        "Length", "Length (s)", "Length (seconds)", "Track duration", "Track length", "Seconds", "Milliseconds", "Time", "Total time",
        "Dauer", "Länge", "Durée", "Duración", "Tiempo", "Durata", "Duração", "Tempo", "Duur", "Tijd", "Tid", "Längd", "Czas", "時間", "时间",
    ];

    public static readonly string[] Isrc = ["ISRC", "ISRC code", "ISRCs"];

    public static readonly string[] RecordingMbid =
    [
        "MusicBrainz recording id", "Recording MBID", "MusicBrainz track id", "Track MBID", "Recording id", "MBID", "MusicBrainz id",
    ];

    public static readonly string[] TrackId =
    [
        "Source id", "Track URI", "Video ID", "Spotify URI", "Spotify ID", "Spotify track id", "Spotify - id", "URI", "Track id",
    ];

    public static readonly string[] Link = ["URL", "Link", "Spotify URL", "Track URL"];

    public static readonly string[] Location = ["Location", "Path", "File path", "File", "Filename", "File name", "Ort", "Pfad", "Emplacement", "Ubicación", "Posizione"];

    public static readonly string[] Playlist = ["Playlist name", "Playlist"];
}
