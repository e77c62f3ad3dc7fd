namespace Spotter.Core.Providers.Mixtapes;

/// <summary>What the model said to one question.</summary>
/// <param name="Text">Its words, as they came: data, whatever they say.</param>
/// <param name="Tokens">What question and answer cost, or null where the server does not count.</param>
/// <param name="IsCut">Whether the server cut it off at its own limit.</param>
/// <param name="Refusal">Why the model would not answer, in its words, made harmless; null where it did.</param>
public sealed record MixtapeReply(string Text, int? Tokens, bool IsCut, string? Refusal);
