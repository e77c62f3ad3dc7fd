namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A dropped file without anything to import.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Sentence">What is wrong, the line number if there is one, and what was expected.</param>
public sealed record ImportFault(string FileName, string Sentence);
