using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>Reads booleans, which some servers write in quotes. Anything else is false.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.String:
                return bool.TryParse(reader.GetString(), out var value) && value;
            default:
                SubsonicJson.SkipValue(ref reader);
                return false;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
