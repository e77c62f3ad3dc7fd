namespace Spotter.Core.Mixtapes;

/// <summary>The values entered in the form of a mixtape.</summary>
/// <param name="Name">Its name. If blank, it is derived from the prompt.</param>
/// <param name="Prompt">What the user wants to hear.</param>
/// <param name="BuiltInPersona">The key of a built-in persona, or null.</param>
/// <param name="PersonaId">One of the user's own personas, or null.</param>
/// <param name="Length">The number of songs.</param>
/// <param name="Schedule">How often it is refreshed.</param>
/// <param name="SyncsOnceMade">Whether its playlist is synced from the start.</param>
public sealed record MixtapeDraft(string? Name, string Prompt, string? BuiltInPersona, int? PersonaId, int Length, MixtapeSchedule Schedule, bool SyncsOnceMade);
