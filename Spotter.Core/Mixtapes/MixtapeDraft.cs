namespace Spotter.Core.Mixtapes;

/// <summary>What the form of a mixtape was given.</summary>
/// <param name="Name">Its name; blank takes it from the prompt.</param>
/// <param name="Prompt">What the user wants to hear.</param>
/// <param name="BuiltInPersona">The key of a persona that comes along, or null.</param>
/// <param name="PersonaId">A persona of the user's own, or null.</param>
/// <param name="Length">How many songs.</param>
/// <param name="Schedule">How often it is refreshed.</param>
/// <param name="SyncsOnceMade">Whether its playlist is kept in sync from the start.</param>
public sealed record MixtapeDraft(string? Name, string Prompt, string? BuiltInPersona, int? PersonaId, int Length, MixtapeSchedule Schedule, bool SyncsOnceMade);
