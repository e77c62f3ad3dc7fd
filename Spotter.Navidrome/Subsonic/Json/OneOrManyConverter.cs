using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Navidrome.Subsonic.Json;

/// <summary>Reads a list, which some servers collapse into its only element. A list longer than <see cref="AnswerLimits.Items"/> is
/// refused.</summary>
internal sealed class OneOrManyConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    /// <summary>True: null is read as an empty list.</summary>
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The serializer would find the end of each element before reading it.
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
