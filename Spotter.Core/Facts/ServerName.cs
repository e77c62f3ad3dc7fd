using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>The music server's name in sentences. As text it is for the middle of a sentence; <see cref="AtStart"/> is for its
/// beginning.</summary>
/// <param name="Own">"Navidrome", "gonic". Null if the server does not say, if what it says is not a name, or if it was never
/// asked.</param>
[JsonConverter(typeof(ServerNameConverter))]
public readonly record struct ServerName(string? Own)
{
    private const int MaxLength = 30;

    /// <summary>"Navidrome", "gonic", "The music server".</summary>
    public string AtStart => Own ?? "The music server";

    /// <summary>The name with a preposition of place: "in Navidrome", "in gonic", "on the music server".</summary>
    public string Place => Own is null ? "on the music server" : $"in {Own}";

    /// <summary>The name from the server's own type.</summary>
    /// <param name="type">The type in its answers, or null.</param>
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
