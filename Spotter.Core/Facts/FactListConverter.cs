using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>A list of facts as a JSON array.</summary>
internal sealed class FactListConverter : JsonConverter<FactList>
{
    public override FactList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var facts = new List<Fact>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            facts.Add(JsonSerializer.Deserialize(ref reader, FactJson.Stored.Fact) ?? throw new JsonException());
        }

        return new(facts);
    }

    public override void Write(Utf8JsonWriter writer, FactList value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var fact in value)
        {
            JsonSerializer.Serialize(writer, fact, FactJson.Stored.Fact);
        }

        writer.WriteEndArray();
    }
}
