namespace Spotter.Web.Components.Layout;

/// <summary>A dialog that was open when the connection was lost for good.</summary>
/// <param name="Key">Its kind and its subject.</param>
/// <param name="Files">Names of the files that were chosen in it, since the browser does not keep the files.</param>
public sealed record InterruptedDialog(string Key, IReadOnlyList<string> Files);
