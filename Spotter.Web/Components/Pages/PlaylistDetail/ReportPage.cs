namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The rows that the browser requested, and the total number.</summary>
public sealed record ReportPage(IReadOnlyList<ReportRow> Rows, int Total);
