namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A dropped file that nothing can be imported from.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Sentence">What is wrong, the line where there is one, and what was expected.</param>
public sealed record ImportFault(string FileName, string Sentence);
