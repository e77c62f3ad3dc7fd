namespace Spotter.Core.Formats.Exports;

/// <summary>The formats that a list of tracks can be exported in. Spotter can import all of them.</summary>
public enum ExportFormat
{
    /// <summary>A playlist for players, with paths.</summary>
    M3u,

    /// <summary>A playlist for players, in XML.</summary>
    Xspf,

    /// <summary>The same in JSON, for ListenBrainz and MusicBrainz tools.</summary>
    Jspf,

    /// <summary>A table for spreadsheets and other tools.</summary>
    Csv,

    /// <summary>A list for scripts.</summary>
    Json,
}
