using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>Reads whole numbers, which some servers write in quotes or with a fraction. Anything else is null.</summary>
internal sealed class LenientNumberConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? whole : ToWhole(reader.GetDouble());
            case JsonTokenType.String:
                return double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ToWhole(number) : null;
            default:
                SubsonicJson.SkipValue(ref reader);
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static long? ToWhole(double number) => double.IsFinite(number) && Math.Abs(number) < 1e15 ? (long)number : null;
}
