namespace Spotter.Navidrome;

/// <summary>What the music server says to somebody who has not signed in.</summary>
/// <param name="Time">Its clock, to the second; null if it does not tell.</param>
/// <param name="Took">How long the answer took.</param>
public sealed record ServerGreeting(DateTimeOffset? Time, TimeSpan Took);
