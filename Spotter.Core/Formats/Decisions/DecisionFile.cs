using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Decisions;

/// <summary>Writes lists of decisions as JSON or CSV, and reads what it wrote.</summary>
public static class DecisionFile
{
    /// <summary>The maximum size of a file in bytes: 50 MB, which is about 80,000 decisions.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    private const int MaxMegabytes = 50;

    /// <summary>The format with this name ("csv", "json"), or null.</summary>
    public static ExportFormat? ParseFormat(string? word)
        => ExportFormats.Parse(word) is ExportFormat.Csv or ExportFormat.Json ? ExportFormats.Parse(word) : null;

    /// <summary>The name of the file.</summary>
    public static string FileName(ExportFormat format) => ExportFormats.FileName("Spotter decisions", format);

    /// <summary>Writes the decisions one by one. The stream stays open.</summary>
    /// <param name="output">The stream to write to.</param>
    /// <param name="format">JSON or CSV.</param>
    /// <param name="decisions">The decisions, in the order to write them.</param>
    /// <param name="cancellationToken">Stops writing. What is already written stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no list of decisions in that format.</exception>
    public static Task WriteAsync(Stream output, ExportFormat format, IAsyncEnumerable<FiledDecision> decisions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decisions);
        var written = decisions.Select(AsWritten);
        return format switch
        {
            ExportFormat.Json => DecisionJson.WriteAsync(output, written, cancellationToken),
            ExportFormat.Csv => DecisionTable.WriteAsync(output, written, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    /// <summary>Reads a list of decisions to its end. An entry that cannot be read does not keep the others out.</summary>
    /// <param name="file">The content.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PlaylistFileException">The file is not a list of decisions, is broken, or is larger than <see cref="MaxBytes"/>.</exception>
    public static async Task<DecisionFileContent> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // A declared length proves nothing: only the bytes that arrive count.
            if (kept.Length + read > MaxBytes)
            {
                throw new PlaylistFileException(new Fact.FileTooLarge(MaxMegabytes)) { Problem = PlaylistFileProblem.TooLarge };
            }

            kept.Write(buffer, 0, read);
        }

        return Read(kept.ToArray());
    }

    private static DecisionFileContent Read(byte[] bytes)
    {
        if (BinaryContent.Describe(bytes) is { } description)
        {
            throw new PlaylistFileException(description) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        var text = TextContent.Decode(bytes).Text;
        return string.IsNullOrWhiteSpace(text) ? throw new PlaylistFileException(new Fact.FileEmpty()) { Problem = PlaylistFileProblem.Empty }
            : text.AsSpan().TrimStart() is ['{' or '[', ..] ? DecisionJson.Read(JsonText.Open(text))
            : DecisionTable.Read(text);
    }

    // As all formats write a track, so that an export that is imported again is the same.
    private static FiledDecision AsWritten(FiledDecision decision) => decision with { Track = ExportedTrack.AsWritten(decision.Track) };
}
