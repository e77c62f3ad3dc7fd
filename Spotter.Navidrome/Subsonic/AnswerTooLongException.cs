namespace Spotter.Navidrome.Subsonic;

/// <summary>An answer was longer than any answer to this method should be. The rest was not read.</summary>
/// <param name="method">The method that was called.</param>
/// <param name="limit">The maximum number of bytes that are read.</param>
public sealed class AnswerTooLongException(string method, long limit) : Exception($"The answer to {method} is longer than {limit} bytes.");
