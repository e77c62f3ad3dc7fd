using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>
/// The song whose own path is the path of the track's file. A file is what a playlist of paths means, whatever its tags say; but files move and names
/// like "01.mp3" are everywhere, so that words and length may together contradict it.
/// </summary>
internal sealed class PathTier : IMatchTier
{
    private const double LeastAgreed = 0.95;

    // What programs call a file whose name they do not know. A number may stand beside it.
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal) { "", "track", "audio", "audio track", "audiotrack", "titel", "title", "titre", "piste", "pista", "traccia", "spur", "unknown", "untitled", "new recording" };

    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Exact;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
    {
        if (context.Query.Track.Location is not { Length: > 0 } location || context.Index.WithPath(location, out var segments) is not { } song)
        {
            return TierFinding.Nothing;
        }

        return context.Judge([song]) is not [var judgement] ? TierFinding.Nothing
            : IsAgreed(context, judgement, location, segments) ? new([Weigh(judgement)])
            // Of a name alone nothing is believed that words and length contradict.
            : segments == 1 ? TierFinding.Nothing
            : new([judgement with { Waits = judgement.Waits == MatchReason.DifferentVersion ? judgement.Waits : MatchReason.TitleUnsure, MustBeShown = true }]);
    }

    /// <summary>
    /// A folder and a file agree unless the title is another and the length, where it is known, is too. A file's name alone must be one, and needs a
    /// title or length that agrees; a title that was read from that very name says nothing against it.
    /// </summary>
    private static bool IsAgreed(MatchContext context, Judgement judgement, string location, int segments)
    {
        if (judgement.TitleAgrees || judgement.DurationAgrees)
        {
            return segments > 1 || IsName(location);
        }

        return judgement.Score.Duration is null && (segments > 1 || (IsName(location) && IsTitleOfFile(context, location)));
    }

    private static Judgement Weigh(Judgement judgement)
    {
        var evidence = judgement.Evidence + EvidenceWeights.Identifier;
        return judgement with
        {
            Score = judgement.Score with { Confidence = Math.Max(LeastAgreed, evidence.OfRecording) },
            Evidence = evidence,
            PassesFloors = true,
            Waits = null,
            MustBeShown = true,
            IsByPath = true,
        };
    }

    private static bool IsName(string location)
        => !NoNames.Contains(string.Join(' ', TextNormalizer.Words(TextNormalizer.Key(StemOf(location))).Where(word => !word.All(char.IsDigit))));

    private static bool IsTitleOfFile(MatchContext context, string location)
        => TextNormalizer.Key(context.Query.Track.Title) is { Length: > 0 } title && TextNormalizer.Key(StemOf(location)).EndsWith(title, StringComparison.Ordinal);

    private static string StemOf(string location)
    {
        var name = location[(location.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }
}
