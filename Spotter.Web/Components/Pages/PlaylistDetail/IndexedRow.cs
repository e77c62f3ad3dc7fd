namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>A row and where it stands in the view.</summary>
public sealed record IndexedRow(int Index, ReportRow Row);
