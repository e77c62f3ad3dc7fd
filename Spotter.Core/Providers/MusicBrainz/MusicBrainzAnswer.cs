using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>MusicBrainz's answer to a question.</summary>
/// <param name="Recordings">The recordings, without music videos. Empty if it knows none.</param>
/// <param name="Artists">By MusicBrainz id, the artists whose aliases are part of the answer, so that no further request is needed for
/// them.</param>
public sealed record MusicBrainzAnswer(IReadOnlyList<KnownRecording> Recordings, IReadOnlyDictionary<string, KnownArtist> Artists);
