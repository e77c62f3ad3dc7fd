namespace Spotter.Web.Api;

/// <summary>A row of a file as it was read.</summary>
public sealed record ReadRow(string Title, IReadOnlyList<string> Artists, string? Album, int? DurationMs, string? Isrc);
