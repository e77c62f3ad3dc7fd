using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Web.Api;

/// <summary>Writes times as ISO 8601 in UTC, to the millisecond: 2026-11-22T23:05:00.000Z.</summary>
public sealed class UtcMomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
