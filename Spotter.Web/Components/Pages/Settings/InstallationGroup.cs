namespace Spotter.Web.Components.Pages.Settings;

/// <summary>Values of the configuration that belong together.</summary>
public sealed record InstallationGroup(string Title, IReadOnlyList<InstallationValue> Values);
