using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>What the music server is called in sentences: within one as text, at the beginning of one by <see cref="AtStart"/>.</summary>
/// <param name="Own">"Navidrome", "gonic"; null where it does not say, says something that is no name, or was never asked.</param>
[JsonConverter(typeof(ServerNameConverter))]
public readonly record struct ServerName(string? Own)
{
    private const int MaxLength = 30;

    /// <summary>"Navidrome", "gonic", "The music server".</summary>
    public string AtStart => Own ?? "The music server";

    /// <summary>Where something is or happens there: "in Navidrome", "in gonic", "on the music server".</summary>
    public string Place => Own is null ? "on the music server" : $"in {Own}";

    /// <summary>The name from what the server calls itself.</summary>
    /// <param name="type">The type that its answers carry, or null.</param>
    public static ServerName Of(string? type) => new(type switch
    {
        null => null,
        _ when type.Equals("navidrome", StringComparison.OrdinalIgnoreCase) => "Navidrome",
        { Length: > 0 and <= MaxLength } when type.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.') => type,
        _ => null,
    });

    /// <summary>"Navidrome", "gonic", "the music server".</summary>
    public override string ToString() => Own ?? "the music server";
}
