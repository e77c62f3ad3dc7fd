namespace Spotter.Web.Components.Pages.Settings;

/// <summary>Related configuration values.</summary>
public sealed record InstallationGroup(string Title, IReadOnlyList<InstallationValue> Values);
