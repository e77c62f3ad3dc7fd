using System.Text.Json.Nodes;

namespace Spotter.Tests.Support.Sources;

/// <summary>A playlist of <see cref="SpotifyDouble"/>, with rows as the Web API would send them.</summary>
internal sealed class SpotifyList(string id, string name, string owner = "ann")
{
    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public string Owner { get; } = owner;

    public bool IsCollaborative { get; init; }

    public int Edits { get; private set; }

    public List<JsonObject?> Rows { get; private set; } = [];

    public void Edit(params IEnumerable<JsonObject?> rows)
    {
        Rows = [.. rows];
        Edits++;
    }

    /// <summary>A track as references/get-playlists-items shows it, under "item".</summary>
    public static JsonObject Track(int number, string title, string artist, string? isrc = null, int ms = 180_000) => new()
    {
        ["added_at"] = "2026-02-02T10:00:00Z",
        ["is_local"] = false,
        ["item"] = Described(number, title, artist, isrc, ms),
    };

    public static JsonObject Described(int number, string title, string artist, string? isrc, int ms) => new()
    {
        ["type"] = "track",
        ["id"] = $"{number:D22}",
        ["uri"] = $"spotify:track:{number:D22}",
        ["name"] = title,
        ["artists"] = new JsonArray(new JsonObject { ["id"] = "a", ["name"] = artist }),
        ["album"] = new JsonObject { ["id"] = "b", ["name"] = "Album" },
        ["duration_ms"] = ms,
        ["external_ids"] = isrc is null ? new JsonObject() : new JsonObject { ["isrc"] = isrc },
    };
}
