using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>Facts as JSON, by code that the compiler writes.</summary>
[JsonSerializable(typeof(Fact))]
internal sealed partial class FactJson : JsonSerializerContext
{
    /// <summary>As they are stored: names in camel case, nulls left out, umlauts as they are.</summary>
    public static FactJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
