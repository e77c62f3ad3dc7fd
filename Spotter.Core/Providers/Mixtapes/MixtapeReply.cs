namespace Spotter.Core.Providers.Mixtapes;

/// <summary>The model's reply to one question.</summary>
/// <param name="Text">Its text as received. It is data, whatever it says.</param>
/// <param name="Tokens">The tokens used by question and answer, or null if the server does not count them.</param>
/// <param name="IsCut">Whether the server cut the reply off at its own limit.</param>
/// <param name="Refusal">Why the model refused to answer, in its own words but sanitised. Null if it did answer.</param>
public sealed record MixtapeReply(string Text, int? Tokens, bool IsCut, string? Refusal);
