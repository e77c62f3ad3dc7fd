namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>Why an answer is "failed".</summary>
internal sealed record SubsonicError
{
    public long? Code { get; init; }

    public string? Message { get; init; }
}
