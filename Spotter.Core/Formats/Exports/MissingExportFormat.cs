namespace Spotter.Core.Formats.Exports;

/// <summary>The ways a list of missing tracks can be taken along.</summary>
public enum MissingExportFormat
{
    /// <summary>A table for spreadsheets and other tools, which Spotter can read again.</summary>
    Csv,

    /// <summary>A playlist for players.</summary>
    M3u,

    /// <summary>A list for scripts.</summary>
    Json,
}
