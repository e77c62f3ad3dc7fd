using System.Text;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>The names of the export formats, and writing a list in each of them.</summary>
public static class ExportFormats
{
    private const int LongestFileName = 100;

    /// <summary>The format with this name ("m3u", "m3u8", "xspf", "jspf", "csv", "json"), or null.</summary>
    public static ExportFormat? Parse(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "m3u" or "m3u8" => ExportFormat.M3u,
        "xspf" => ExportFormat.Xspf,
        "jspf" => ExportFormat.Jspf,
        "csv" => ExportFormat.Csv,
        "json" => ExportFormat.Json,
        _ => null,
    };

    /// <summary>The media type, with its character encoding.</summary>
    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.M3u => "audio/x-mpegurl; charset=utf-8",
        ExportFormat.Xspf => "application/xspf+xml; charset=utf-8",
        ExportFormat.Jspf => "application/jspf+json; charset=utf-8",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Json => "application/json; charset=utf-8",
    };

    /// <summary>The extension without the dot. <see cref="Parse"/> accepts it too.</summary>
    public static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.M3u => "m3u8",
        ExportFormat.Xspf => "xspf",
        ExportFormat.Jspf => "jspf",
        ExportFormat.Csv => "csv",
        ExportFormat.Json => "json",
    };

    /// <summary>A file name that every operating system accepts: "Road trip.m3u8".</summary>
    /// <param name="name">The name of the list.</param>
    /// <param name="format">The format, which determines the extension.</param>
    public static string FileName(string name, ExportFormat format) => $"{NotReserved(Stem(name))}.{Extension(format)}";

    /// <summary>A file name without its extension that every operating system accepts.</summary>
    /// <param name="name">The name of the list.</param>
    public static string Stem(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in FieldText.Clean(name).EnumerateRunes())
        {
            if (safe.Length >= LongestFileName)
            {
                break;
            }

            safe.Append(rune == Rune.ReplacementChar || "\"*/:<>?\\|".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        // A leading dot hides a file, and Windows drops a trailing one.
        var stem = safe.ToString().Trim(' ', '.');
        return stem.Length == 0 ? "Playlist" : stem;
    }

    /// <summary>Writes the list track by track, without loading it into memory. The stream stays open and is only written to
    /// asynchronously.</summary>
    /// <param name="output">The stream to write to.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="list">The list to write.</param>
    /// <param name="cancellationToken">Stops writing. What is already written stays.</param>
    public static Task WriteAsync(Stream output, ExportFormat format, ExportedList list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(list);
        return format switch
        {
            ExportFormat.M3u => M3uExport.WriteAsync(output, list, cancellationToken),
            ExportFormat.Xspf => XspfExport.WriteAsync(output, list, cancellationToken),
            ExportFormat.Jspf => JspfExport.WriteAsync(output, list, cancellationToken),
            ExportFormat.Csv => CsvExport.WriteAsync(output, list, cancellationToken),
            ExportFormat.Json => JsonExport.WriteAsync(output, list, cancellationToken),
        };
    }

    // Windows reserves these names for devices, with any extension.
    private static string NotReserved(string stem)
    {
        var name = stem.Split('.', 2)[0].TrimEnd().ToUpperInvariant();
        var isReserved = name is "CON" or "PRN" or "AUX" or "NUL" || (name is ['C', 'O', 'M', _] or ['L', 'P', 'T', _] && char.IsAsciiDigit(name[3]));
        return isReserved ? "_" + stem : stem;
    }
}
