namespace Spotter.Core.Formats.Exports;

/// <summary>The ways in which a list of tracks can leave Spotter. It reads all of them back.</summary>
public enum ExportFormat
{
    /// <summary>A playlist for players, with paths.</summary>
    M3u,

    /// <summary>A playlist for players as XML.</summary>
    Xspf,

    /// <summary>The same in JSON, for ListenBrainz and tools of MusicBrainz.</summary>
    Jspf,

    /// <summary>A table for spreadsheets and other tools.</summary>
    Csv,

    /// <summary>A list for scripts.</summary>
    Json,
}
