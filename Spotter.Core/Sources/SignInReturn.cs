using Spotter.Core.Facts;

namespace Spotter.Core.Sources;

/// <summary>What came of a sign-in at a service's own page, for the page that the user sees next.</summary>
/// <param name="ConnectionId">The connection, or null where nothing was connected.</param>
/// <param name="Problem">Why not.</param>
public sealed record SignInReturn(int? ConnectionId, Fact? Problem);
