using System.Text.Json;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>How answers are read: servers differ in small things, none of which is worth a failed sync.</summary>
internal static class SubsonicJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LenientStringConverter(), new LenientBooleanConverter(), new LenientNumberConverter(), new LenientDateConverter() },
    };

    /// <summary>Skips a value. A converter always sees the whole value, but Skip does not rely on that while more of a long answer is to
    /// come.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            throw new JsonException("The value breaks off.");
        }
    }
}
