namespace Spotter.Web.Wording;

/// <summary>Names the resources with the texts of facts: FactTexts.resx in English, FactTexts.de.resx and so on for other
/// languages.</summary>
public sealed class FactTexts;
