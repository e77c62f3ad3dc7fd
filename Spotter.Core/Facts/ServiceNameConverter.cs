using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>A service's name as a JSON string, or null.</summary>
internal sealed class ServiceNameConverter : JsonConverter<ServiceName>
{
    public override bool HandleNull => true;

    public override ServiceName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, ServiceName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Own);
}
