using System.Globalization;
using System.Text.Json;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Shared.AuditLog;

/// <summary>Reads the figures of an audit log entry and formats them briefly.</summary>
public static class EventFigures
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The figures. Empty if the text is not valid, so that an old entry never breaks a page.</summary>
    public static SyncEventMetadata Read(string json)
    {
        try
        {
            return SyncEventLog.ReadFigures(json);
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>The stored JSON, one value per line.</summary>
    public static string Pretty(string json)
    {
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json), Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>"47 of 50 matched", or nothing if the run did not match.</summary>
    public static string Matched(SyncEventMetadata figures)
        => figures is { Matched: { } matched, Total: { } total } ? $"{Words.Number(matched)} of {Words.Number(total)} matched" : "";

    /// <summary>"0.4 s", "12 s", "3 min 5 s", or nothing.</summary>
    public static string Took(SyncEventMetadata figures) => figures.DurationMs switch
    {
        null => "",
        { } ms when ms < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0:0.0} s"),
        { } ms when ms < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000} s"),
        { } ms => string.Create(CultureInfo.InvariantCulture, $"{ms / 60_000:N0} min {ms / 1000 % 60} s"),
    };

    public static string AskedBy(SyncEventMetadata figures) => figures.Trigger switch
    {
        SyncTrigger.User => "asked for by you",
        SyncTrigger.Schedule => "on schedule",
        SyncTrigger.Api => "asked for by a script",
        null => "",
    };
}
