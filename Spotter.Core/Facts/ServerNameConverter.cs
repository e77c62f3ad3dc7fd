using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>A server's name as a JSON string, or null.</summary>
internal sealed class ServerNameConverter : JsonConverter<ServerName>
{
    public override bool HandleNull => true;

    public override ServerName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, ServerName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Own);
}
