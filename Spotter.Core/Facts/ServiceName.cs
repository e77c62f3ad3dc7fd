using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>The display name of a service.</summary>
/// <param name="Own">"Deezer". Null for the model server, which has no name of its own.</param>
[JsonConverter(typeof(ServiceNameConverter))]
public readonly record struct ServiceName(string? Own)
{
    /// <summary>The model server.</summary>
    public static ServiceName Model => default;

    /// <summary>A service by its name.</summary>
    public static implicit operator ServiceName(string name) => new(name);
}
