using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>A fact inside other JSON. Rows of earlier versions contain a sentence instead.</summary>
public sealed class FactTextConverter : JsonConverter<Fact>
{
    /// <inheritdoc/>
    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = JsonElement.ParseValue(ref reader);
        return FactText.Read(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        if (value is Fact.SaidBefore before)
        {
            writer.WriteStringValue(before.Text);
            return;
        }

        writer.WriteRawValue(FactText.Write(value));
    }
}
