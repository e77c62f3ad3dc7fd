using Spotter.Core.Facts;

namespace Spotter.Core.Sources;

/// <summary>The result of a sign-in on a service's own page, for the page that the user sees next.</summary>
/// <param name="ConnectionId">The connection, or null if nothing was connected.</param>
/// <param name="Problem">The reason if nothing was connected.</param>
public sealed record SignInReturn(int? ConnectionId, Fact? Problem);
