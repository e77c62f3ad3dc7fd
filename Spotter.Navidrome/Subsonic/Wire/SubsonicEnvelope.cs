using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The outermost object of every answer.</summary>
internal sealed record SubsonicEnvelope
{
    [JsonPropertyName("subsonic-response")]
    public SubsonicReply? Reply { get; init; }
}
