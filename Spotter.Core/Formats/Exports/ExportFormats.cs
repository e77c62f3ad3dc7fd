using System.Text;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>What the formats are called, and how a list is written in each.</summary>
public static class ExportFormats
{
    private const int LongestFileName = 100;

    /// <summary>The format that a written word names ("m3u", "m3u8", "xspf", "jspf", "csv", "json"), or null.</summary>
    public static ExportFormat? Parse(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "m3u" or "m3u8" => ExportFormat.M3u,
        "xspf" => ExportFormat.Xspf,
        "jspf" => ExportFormat.Jspf,
        "csv" => ExportFormat.Csv,
        "json" => ExportFormat.Json,
        _ => null,
    };

    /// <summary>The media type, with its encoding.</summary>
    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.M3u => "audio/x-mpegurl; charset=utf-8",
        ExportFormat.Xspf => "application/xspf+xml; charset=utf-8",
        ExportFormat.Jspf => "application/jspf+json; charset=utf-8",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Json => "application/json; charset=utf-8",
    };

    /// <summary>The extension without its dot, which is also the word of <see cref="Parse"/>.</summary>
    public static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.M3u => "m3u8",
        ExportFormat.Xspf => "xspf",
        ExportFormat.Jspf => "jspf",
        ExportFormat.Csv => "csv",
        ExportFormat.Json => "json",
    };

    /// <summary>A name for the file that every system takes: "Road trip.m3u8".</summary>
    /// <param name="name">What the list is called.</param>
    /// <param name="format">The format, which gives the extension.</param>
    public static string FileName(string name, ExportFormat format) => $"{NotReserved(Stem(name))}.{Extension(format)}";

    /// <summary>A name for a file, without its extension, that every system takes.</summary>
    /// <param name="name">What the list is called.</param>
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

        // A dot in front hides a file, and one at the end is dropped by Windows.
        var stem = safe.ToString().Trim(' ', '.');
        return stem.Length == 0 ? "Playlist" : stem;
    }

    /// <summary>Writes the list without holding it; the stream stays open, and is never written to synchronously.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="list">What.</param>
    /// <param name="cancellationToken">Stops the writing; what is written by then stays.</param>
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

    // Windows takes these names for devices, whatever stands behind a dot.
    private static string NotReserved(string stem)
    {
        var name = stem.Split('.', 2)[0].TrimEnd().ToUpperInvariant();
        var isReserved = name is "CON" or "PRN" or "AUX" or "NUL" || (name is ['C', 'O', 'M', _] or ['L', 'P', 'T', _] && char.IsAsciiDigit(name[3]));
        return isReserved ? "_" + stem : stem;
    }
}
