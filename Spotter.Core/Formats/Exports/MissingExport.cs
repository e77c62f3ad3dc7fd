using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes missing tracks to a stream as they come, without holding the list.</summary>
public static class MissingExport
{
    /// <summary>The format that a written word names ("csv", "m3u", "json"), or null.</summary>
    public static ExportFormat? ParseFormat(string? word)
        => ExportFormats.Parse(word) is ExportFormat.Csv or ExportFormat.M3u or ExportFormat.Json ? ExportFormats.Parse(word) : null;

    /// <summary>A name for the file that every system takes: "Road trip - missing.csv".</summary>
    /// <param name="name">What the list is called: the playlist's name.</param>
    /// <param name="format">The format, which gives the extension.</param>
    public static string FileName(string name, ExportFormat format) => $"{ExportFormats.Stem(name)} - missing.{ExportFormats.Extension(format)}";

    /// <summary>Writes the tracks; the stream stays open.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="name">What the list is called: the playlist's name.</param>
    /// <param name="tracks">The missing tracks, in the order they are to be written.</param>
    /// <param name="cancellationToken">Stops the writing; what is written by then stays.</param>
    public static Task WriteAsync(Stream output, ExportFormat format, string name, IEnumerable<ExportedTrack> tracks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        return ExportFormats.WriteAsync(output, format, new ExportedList($"{FieldText.Clean(name)} - missing", null, tracks) { IsOfMissing = true }, cancellationToken);
    }
}
