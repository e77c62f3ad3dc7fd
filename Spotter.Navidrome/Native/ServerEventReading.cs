using System.Text.Json;

namespace Spotter.Navidrome.Native;

/// <summary>Finds, in what Navidrome tells, the moments at which something may have changed: a scan has ended, or the server was started anew.</summary>
internal sealed class ServerEventReading
{
    private string? _start;
    private bool _mayHaveScanned = true;

    /// <summary>A connection was made: a scan may be under way that nobody has heard the beginning of.</summary>
    public void BeginConnection() => _mayHaveScanned = true;

    /// <summary>Whether there is something to look at.</summary>
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

    /// <summary>Each connection begins with it; only another start or release than the last one is one.</summary>
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
