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
        // The serializer would look for the end of each element before it reads it.
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadOne(converter, ref reader, options) is { } only ? [only] : [];
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadOne(converter, ref reader, options) is { } item)
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

    private static T? ReadOne(JsonConverter<T> converter, ref Utf8JsonReader reader, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Null && !converter.HandleNull ? null : converter.Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
}
