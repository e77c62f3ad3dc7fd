namespace Spotter.Core.Providers;

/// <summary>What a music server is called in sentences, from what it calls itself.</summary>
public static class ServerName
{
    private const int MaxLength = 30;

    /// <summary>"Navidrome", "gonic"; null where it does not say, or says something that is no name.</summary>
    /// <param name="type">The type that its answers carry, or null.</param>
    public static string? Of(string? type) => type switch
    {
        null => null,
        _ when type.Equals("navidrome", StringComparison.OrdinalIgnoreCase) => "Navidrome",
        { Length: > 0 and <= MaxLength } when type.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.') => type,
        _ => null,
    };

    /// <summary>Where something happens there: "in Navidrome", "in gonic", "on the music server".</summary>
    /// <param name="type">The type that its answers carry, or null.</param>
    public static string PlaceOf(string? type) => Of(type) is { } name ? $"in {name}" : "on the music server";
}
