namespace Spotter.Core.Providers.Http;

/// <summary>How many requests a service may get in how long: a sliding window, so that nothing is ever sent faster than that.</summary>
/// <param name="Requests">So many.</param>
/// <param name="Window">In this time.</param>
public sealed record RequestPace(int Requests, TimeSpan Window);
