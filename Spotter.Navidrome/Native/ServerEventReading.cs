using System.Text.Json;

namespace Spotter.Navidrome.Native;

/// <summary>Finds the events after which something may have changed: the end of a scan, or a restart of the server.</summary>
internal sealed class ServerEventReading
{
    private string? _start;
    private bool _mayHaveScanned = true;

    /// <summary>Begins a connection: a scan may be running whose beginning was missed.</summary>
    public void BeginConnection() => _mayHaveScanned = true;

    /// <summary>Whether the accounts must be checked after this event.</summary>
    public bool Hear(ServerEvent told)
    {
        try
        {
            return told.Name switch
            {
                "serverStart" => IsOtherStart(told.Data),
                "scanStatus" => IsEndOfScan(told.Data),
                _ => false,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Every connection begins with this event. It counts only if the start time or the release differs from the last
    /// one.</summary>
    private bool IsOtherStart(string data)
    {
        using var start = JsonDocument.Parse(data);
        var told = $"{TextOf(start, "startTime")}|{TextOf(start, "version")}";
        var isOther = _start is not null && _start != told;
        _start = told;
        return isOther;
    }

    private bool IsEndOfScan(string data)
    {
        using var status = JsonDocument.Parse(data);
        if (status.RootElement.ValueKind != JsonValueKind.Object || !status.RootElement.TryGetProperty("scanning", out var scanning))
        {
            return false;
        }

        var hasEnded = scanning.ValueKind == JsonValueKind.False && _mayHaveScanned;
        _mayHaveScanned = scanning.ValueKind == JsonValueKind.True;
        return hasEnded;
    }

    private static string? TextOf(JsonDocument document, string name)
        => document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
}
