using System.Globalization;
using System.Text;
using System.Xml;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a playlist as XSPF, version 1.</summary>
internal static class XspfExport
{
    private const string Namespace = "http://xspf.org/ns/0/";

    private static readonly XmlWriterSettings Settings = new() { Async = true, Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };

    public static async Task WriteAsync(Stream output, ExportedList list, CancellationToken cancellationToken)
    {
        await using var xml = XmlWriter.Create(output, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "playlist", Namespace);
        await xml.WriteAttributeStringAsync(null, "version", null, "1");
        await WriteAsync("title", FieldText.CleanOrNull(list.Name));
        await WriteAsync("annotation", FieldText.CleanOrNull(list.Description));
        await xml.WriteStartElementAsync(null, "trackList", Namespace);
        foreach (var (_, given) in list.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var track = ExportedTrack.AsWritten(given);
            await xml.WriteStartElementAsync(null, "track", Namespace);
            await WriteAsync("location", track.Location is { } path ? SharedExport.Address(path) : null);
            foreach (var identifier in SharedExport.Identifiers(track))
            {
                await WriteAsync("identifier", identifier);
            }

            await WriteAsync("title", track.Title);
            await WriteAsync("creator", SharedExport.Creator(track));
            await WriteAsync("album", track.Album);
            await WriteAsync("duration", track.DurationMs?.ToString(CultureInfo.InvariantCulture));
            if (TrackJson.Line(track) is { } line)
            {
                await xml.WriteStartElementAsync(null, "meta", Namespace);
                await xml.WriteAttributeStringAsync(null, "rel", null, SharedExport.Addition);
                await xml.WriteStringAsync(line);
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        // It ends every element that is open.
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();

        Task WriteAsync(string name, string? text) => text is null ? Task.CompletedTask : xml.WriteElementStringAsync(null, name, Namespace, text);
    }
}
