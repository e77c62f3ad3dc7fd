using System.Globalization;
using System.Text;
using System.Text.Json;
using Spotter.Core.Providers.Files.Text;

namespace Spotter.Core.Providers.Files.Formats;

/// <summary>JSPF, the same playlist as XSPF in JSON, with the additions of MusicBrainz and ListenBrainz.</summary>
internal sealed class JspfFormat : IPlaylistFileFormat
{
    private const string MusicBrainzTrack = "https://musicbrainz.org/doc/jspf#track";

    public string Family => "jspf";

    public string NoTracks => "The playlist names no tracks.";

    public bool Recognizes(PlaylistFileContent content)
        => content.FirstVisibleCharacter is '{' or '[' && content.Extension is not ("m3u" or "m3u8")
            && (content.FirstVisibleCharacter == '{' || content.Extension is "json" or "jspf");

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var utf8 = Encoding.UTF8.GetBytes(content.Text);
        try
        {
            using var document = JsonDocument.Parse(utf8);
            Read(document.RootElement, TrackLines(utf8), drafts);
        }
        catch (JsonException e)
        {
            throw new PlaylistFileException("the JSON is broken here. Expected a whole JSPF playlist.", (int)(e.LineNumber ?? 0) + 1, e);
        }
        catch (InvalidOperationException e)
        {
            // The parser lets half a character pass ("\ud800") and complains only when somebody reads it.
            throw new PlaylistFileException("The JSON holds a name that is no valid text.", innerException: e);
        }
    }

    private static void Read(JsonElement root, List<int> lines, PlaylistDrafts drafts)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("playlist", out var playlist) || playlist.ValueKind != JsonValueKind.Object)
        {
            throw new PlaylistFileException($"expected an object “playlist”, as JSPF has it, found {Found(root)}.", 1);
        }

        drafts.Describe(String(playlist, "title", 1), String(playlist, "annotation", 1));
        if (!playlist.TryGetProperty("track", out var tracks) || tracks.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (tracks.ValueKind != JsonValueKind.Array)
        {
            throw new PlaylistFileException("expected a list “track” in the playlist, as JSPF has it.", 1);
        }

        var index = 0;
        foreach (var track in tracks.EnumerateArray())
        {
            var line = index < lines.Count ? lines[index] : 1;
            index++;
            if (track.ValueKind == JsonValueKind.Object)
            {
                ReadTrack(track, line).AddTo(drafts, line);
            }
            else
            {
                drafts.LeaveOut(line, "An entry that is no track was left out.");
            }
        }
    }

    private static SharedFields ReadTrack(JsonElement track, int line)
    {
        var fields = new SharedFields
        {
            Title = String(track, "title", line),
            Creator = String(track, "creator", line),
            Album = String(track, "album", line),
            Duration = Number(track, "duration") ?? String(track, "duration", line),
            Artists = CreditedArtists(track, line),
        };
        fields.Identifiers.AddRange(Strings(track, "identifier", line));
        fields.Locations.AddRange(Strings(track, "location", line));
        return fields;
    }

    /// <summary>ListenBrainz tells the credited artists one by one beside the joined line.</summary>
    private static List<string> CreditedArtists(JsonElement track, int line)
    {
        var names = new List<string>();
        if (Property(track, "extension") is { } extension
            && Property(extension, MusicBrainzTrack) is { } musicBrainz
            && Property(musicBrainz, "additional_metadata") is { } metadata
            && Property(metadata, "artists") is { ValueKind: JsonValueKind.Array } artists)
        {
            names.AddRange(artists.EnumerateArray()
                .Select(artist => artist.ValueKind == JsonValueKind.Object ? FieldText.Clean(String(artist, "artist_credit_name", line)) : "")
                .Where(name => name.Length > 0));
        }

        return names;
    }

    private static JsonElement? Property(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Number(JsonElement element, string name)
        => Property(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value)
            ? value.ToString("F3", CultureInfo.InvariantCulture)
            : null;

    private static string? String(JsonElement element, string name, int line)
        => Property(element, name) is { ValueKind: JsonValueKind.String } value ? Text(value, line, name) : null;

    /// <summary>A string, or each string of a list: writers differ.</summary>
    private static IEnumerable<string> Strings(JsonElement element, string name, int line) => Property(element, name) switch
    {
        { ValueKind: JsonValueKind.String } value => [Text(value, line, name)],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => Text(item, line, name)),
        _ => [],
    };

    private static string Text(JsonElement value, int line, string name)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new PlaylistFileException($"“{name}” is no valid text: it holds half a character.", line, e);
        }

        FieldText.RefuseOverlong(text.Length, line, $"“{name}”");
        return text;
    }

    private static string Found(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object when root.EnumerateObject().Select(property => property.Name).Take(5).ToList() is { Count: > 0 } names
            => string.Join(", ", names.Select(name => $"“{(name.Length > 60 ? name[..60] + "…" : name)}”")),
        _ => "nothing",
    };

    /// <summary>The line that each track begins in, which a parsed document no longer knows.</summary>
    private static List<int> TrackLines(byte[] utf8)
    {
        var lines = new List<int>();
        var json = new Utf8JsonReader(utf8);
        var inPlaylist = false;
        var inTracks = false;
        var line = 1;
        long counted = 0;
        while (json.Read())
        {
            if (json is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
            {
                inPlaylist = json.ValueTextEquals("playlist");
            }
            else if (json is { CurrentDepth: 2, TokenType: JsonTokenType.PropertyName })
            {
                inTracks = inPlaylist && json.ValueTextEquals("track");
            }
            else if (inTracks && json.CurrentDepth == 3 && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                for (; counted < json.TokenStartIndex; counted++)
                {
                    // CR, LF and CR LF each end one line.
                    line += utf8[counted] == (byte)'\n' || (utf8[counted] == (byte)'\r' && utf8[counted + 1] != (byte)'\n') ? 1 : 0;
                }

                lines.Add(line);
            }
        }

        return lines;
    }
}
