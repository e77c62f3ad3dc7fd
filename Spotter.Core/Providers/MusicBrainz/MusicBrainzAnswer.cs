using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>What MusicBrainz says to a question.</summary>
/// <param name="Recordings">The recordings, without music videos; empty where it knows none.</param>
/// <param name="Artists">By MusicBrainz id, the artists whose aliases stand in the answer, so that they need not be asked about.</param>
public sealed record MusicBrainzAnswer(IReadOnlyList<KnownRecording> Recordings, IReadOnlyDictionary<string, KnownArtist> Artists);
