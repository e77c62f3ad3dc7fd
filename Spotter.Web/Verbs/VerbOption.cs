namespace Spotter.Web.Verbs;

/// <summary>An option of a verb.</summary>
/// <param name="Name">With its dashes: "--user".</param>
/// <param name="Value">What the value after it is, in capitals; null if none follows.</param>
/// <param name="Summary">What it does, in one line.</param>
public sealed record VerbOption(string Name, string? Value, string Summary);
