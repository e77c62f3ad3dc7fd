using Spotter.Core.Facts;

namespace Spotter.Core.Sync.OtherNames;

/// <summary>The status of the search for other names, for display.</summary>
/// <param name="IsEnabled">Whether it is switched on.</param>
/// <param name="Waiting">The number of different tracks still to ask about, over all users.</param>
/// <param name="LastAnswerAt">When the catalogue last answered since Spotter started. Null if not yet.</param>
/// <param name="Problem">What is wrong. Null if nothing is.</param>
/// <param name="NextTryAt">When it tries again. Null if nothing prevents the next question.</param>
public sealed record CatalogueStatus(bool IsEnabled, int Waiting, DateTimeOffset? LastAnswerAt, Fact? Problem, DateTimeOffset? NextTryAt);
