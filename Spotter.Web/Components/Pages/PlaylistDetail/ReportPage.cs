namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The rows that the browser asked for, and how many there are in all.</summary>
public sealed record ReportPage(IReadOnlyList<ReportRow> Rows, int Total);
