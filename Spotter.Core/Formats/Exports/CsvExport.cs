using System.Globalization;
using CsvHelper;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a table for spreadsheets.</summary>
internal static class CsvExport
{
    private static readonly string[] Header =
        ["Position", "Title", "Artists", "Album", "Duration (ms)", "ISRC", "MusicBrainz recording id", "Source id", "Location"];

    public static async Task WriteAsync(Stream output, ExportedList list, CancellationToken cancellationToken)
    {
        // Without a byte order mark, Excel reads UTF-8 as the local code page.
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in list.IsOfMissing ? Header : [.. Header, "Playlist"])
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(cancellationToken);
        foreach (var (position, given) in list.Tracks)
        {
            var track = ExportedTrack.AsWritten(given);
            csv.WriteField(position.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(FormulaGuard.Add(track.Title));
            csv.WriteField(FormulaGuard.Add(ArtistCell.Join(track.Artists)));
            csv.WriteField(FormulaGuard.Add(track.Album ?? ""));
            csv.WriteField(track.DurationMs?.ToString(CultureInfo.InvariantCulture) ?? "");
            csv.WriteField(FormulaGuard.Add(track.Isrc ?? ""));
            csv.WriteField(FormulaGuard.Add(track.RecordingMbid ?? ""));
            csv.WriteField(FormulaGuard.Add(track.ProviderTrackId ?? ""));
            csv.WriteField(FormulaGuard.Add(track.Location ?? ""));
            if (!list.IsOfMissing)
            {
                csv.WriteField(FormulaGuard.Add(Text.FieldText.Clean(list.Name)));
            }

            await csv.EndRecordAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }
}
