namespace Spotter.Web.Components.Pages.Settings;

/// <summary>One configuration value, for display.</summary>
/// <param name="Label">Its name on the page.</param>
/// <param name="Key">Its key in the configuration.</param>
/// <param name="Text">Its current value, never a secret.</param>
/// <param name="Origin">Where it comes from, in words.</param>
public sealed record InstallationValue(string Label, string Key, string Text, string Origin);
