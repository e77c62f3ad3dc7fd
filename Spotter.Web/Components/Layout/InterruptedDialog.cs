namespace Spotter.Web.Components.Layout;

/// <summary>A dialog that was open when the connection was lost for good.</summary>
/// <param name="Key">What it was and what it was about.</param>
/// <param name="Files">Names of files that were chosen in it, which the browser does not keep.</param>
public sealed record InterruptedDialog(string Key, IReadOnlyList<string> Files);
