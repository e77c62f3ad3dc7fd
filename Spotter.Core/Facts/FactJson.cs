using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>JSON serialisation of facts, source-generated.</summary>
[JsonSerializable(typeof(Fact))]
internal sealed partial class FactJson : JsonSerializerContext
{
    /// <summary>The stored form: names in camel case, nulls left out, non-ASCII letters unescaped.</summary>
    public static FactJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
