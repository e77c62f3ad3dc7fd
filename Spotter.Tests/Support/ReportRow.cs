namespace Spotter.Tests.Support;

/// <summary>A row of the match report, as the HTTP API returns it.</summary>
internal sealed record ReportRow(int Position, string Title, string? Zone, string? Tier, double Confidence, string? SongId, string? Reason);
