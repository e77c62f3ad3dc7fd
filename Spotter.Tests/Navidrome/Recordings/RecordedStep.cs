using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>One step of a recorded conversation: a call and its answer, an observation, or a change to the music.</summary>
internal sealed record RecordedStep
{
    public required string Step { get; init; }

    public string As { get; init; } = "admin";

    public string? Call { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Params { get; init; } = [];

    /// <summary>The HTTP status; 0 if the connection was closed; null if only a part was kept.</summary>
    public int? Status { get; init; }

    /// <summary>The media type, or null if only a part was kept.</summary>
    public string? Type { get; init; }

    public JsonNode? Answer { get; init; }

    /// <summary>An observation between two calls.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>How many songs were sent or, by a search, found.</summary>
    public JsonElement Songs { get; init; }

    /// <summary>The result of a call that was kept in part: an error, its code, or null.</summary>
    public JsonElement Error { get; init; }

    /// <summary>What was done to the music, followed by a scan.</summary>
    public string? Action { get; init; }

    /// <summary>The number of songs, or null.</summary>
    public int? SongCount => Songs.ValueKind == JsonValueKind.Number ? Songs.GetInt32() : null;
}
