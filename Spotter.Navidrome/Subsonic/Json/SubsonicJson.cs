using System.Text.Json;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>How answers are read: servers differ in small things, and none of them is worth a failed sync.</summary>
internal static class SubsonicJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LenientStringConverter(), new LenientBooleanConverter(), new LenientNumberConverter(), new LenientDateConverter() },
    };
}
