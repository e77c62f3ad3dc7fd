namespace Spotter.Web.Components.Pages.Settings;

/// <summary>One value of the configuration, for reading.</summary>
/// <param name="Label">What it is, for people.</param>
/// <param name="Key">Its key in the configuration.</param>
/// <param name="Text">Its present value; never a secret.</param>
public sealed record InstallationValue(string Label, string Key, string Text);
