using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>Reads times with up to nine fractional digits, without a zone (taken as UTC), or empty (null).</summary>
internal sealed class LenientDateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            SubsonicJson.SkipValue(ref reader);
            return null;
        }

        // The reader's own parser accepts nine digits, the general one a missing zone.
        var text = reader.GetString();
        if (text is not null && HasZone(text) && reader.TryGetDateTimeOffset(out var exact))
        {
            return exact;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            writer.WriteStringValue(moment);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static bool HasZone(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10;
}
