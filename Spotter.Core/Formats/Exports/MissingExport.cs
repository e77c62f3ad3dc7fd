using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes missing tracks to a stream one by one, without loading them into memory.</summary>
public static class MissingExport
{
    /// <summary>The format with this name ("csv", "m3u", "json"), or null.</summary>
    public static ExportFormat? ParseFormat(string? word)
        => ExportFormats.Parse(word) is ExportFormat.Csv or ExportFormat.M3u or ExportFormat.Json ? ExportFormats.Parse(word) : null;

    /// <summary>A file name that every operating system accepts: "Road trip - missing.csv".</summary>
    /// <param name="name">The name of the playlist.</param>
    /// <param name="format">The format, which determines the extension.</param>
    public static string FileName(string name, ExportFormat format) => $"{ExportFormats.Stem(name)} - missing.{ExportFormats.Extension(format)}";

    /// <summary>Writes the tracks. The stream stays open.</summary>
    /// <param name="output">The stream to write to.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="name">The name of the playlist.</param>
    /// <param name="tracks">The missing tracks, in the order to write them.</param>
    /// <param name="cancellationToken">Stops writing. What is already written stays.</param>
    public static Task WriteAsync(Stream output, ExportFormat format, string name, IEnumerable<ExportedTrack> tracks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        return ExportFormats.WriteAsync(output, format, new ExportedList($"{FieldText.Clean(name)} - missing", null, tracks) { IsOfMissing = true }, cancellationToken);
    }
}
