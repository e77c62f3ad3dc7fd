using Spotter.Core.Facts;

namespace Spotter.Core.Sync.OtherNames;

/// <summary>How the asking for other names stands, for people.</summary>
/// <param name="IsEnabled">Whether it is switched on.</param>
/// <param name="Waiting">Tracks that are going to be asked about; each once, whoever has it.</param>
/// <param name="LastAnswerAt">When the catalogue answered last, since Spotter started; null for not yet.</param>
/// <param name="Problem">What is wrong; null where nothing is.</param>
/// <param name="NextTryAt">When it is tried again; null where nothing stands in the way.</param>
public sealed record CatalogueStatus(bool IsEnabled, int Waiting, DateTimeOffset? LastAnswerAt, Fact? Problem, DateTimeOffset? NextTryAt);
