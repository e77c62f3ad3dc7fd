namespace Spotter.Navidrome.Subsonic;

/// <summary>An answer was longer than anything that the method answers with; the rest of it was not read.</summary>
/// <param name="method">The method that was called.</param>
/// <param name="limit">The most bytes that are read.</param>
public sealed class AnswerTooLongException(string method, long limit) : Exception($"The answer to {method} is longer than {limit} bytes.");
