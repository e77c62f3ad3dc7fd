using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>Reads a list that some servers collapse into its only element; one beyond <see cref="AnswerLimits.Items"/> is refused.</summary>
internal sealed class OneOrManyConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    /// <summary>A list of null is an empty one.</summary>
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return JsonSerializer.Deserialize<T>(ref reader, options) is { } only ? [only] : [];
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonSerializer.Deserialize<T>(ref reader, options) is { } item)
            {
                items.Add(item);
            }

            if (items.Count > AnswerLimits.Items)
            {
                throw new JsonException("The list is too long.");
            }
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
}
