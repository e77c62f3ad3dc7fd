namespace Spotter.Core.Providers.Http;

/// <summary>How many requests a service may get within a sliding window.</summary>
/// <param name="Requests">The maximum number of requests.</param>
/// <param name="Window">The length of the window.</param>
public sealed record RequestPace(int Requests, TimeSpan Window);
