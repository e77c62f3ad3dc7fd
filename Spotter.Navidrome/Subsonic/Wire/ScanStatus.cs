namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getScanStatus.</summary>
internal sealed record ScanStatus
{
    public bool Scanning { get; init; }

    public long? Count { get; init; }

    /// <summary>As text, since it is only ever compared with itself.</summary>
    public string? LastScan { get; init; }
}
