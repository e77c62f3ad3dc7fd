using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>What the scorer says of one song for one source track.</summary>
/// <param name="Song">The song.</param>
/// <param name="Score">Its score, by parts.</param>
/// <param name="Relation">How the titles stand to each other.</param>
/// <param name="Version">Whether it is the wanted version.</param>
/// <param name="Evidence">What the parts are worth together.</param>
/// <param name="PassesFloors">Whether title and artist are close enough to be meant at all.</param>
/// <param name="Waits">Why it must not be written without asking, however likely it is; null where nothing forbids it.</param>
internal sealed record Judgement(
    SongReading Song, MatchScore Score, TitleRelation Relation, VersionAgreement Version, Evidence Evidence, bool PassesFloors, MatchReason? Waits)
{
    /// <summary>Whether the song reads the same as the track in all that both say.</summary>
    public bool IsEntry { get; init; }

    /// <summary>Whether the track's path is the song's own, and nothing that is known contradicts.</summary>
    public bool IsByPath { get; init; }

    /// <summary>Whether nothing forbids writing it without asking.</summary>
    public bool MayBeAutomatic => Waits is null;

    /// <summary>Whether a person is to see it however unlikely it is: it has the identifier asked for, or the very title and more.</summary>
    public bool MustBeShown { get; init; }

    /// <summary>What it weighs among its rivals: one that a person must look at keeps no other from being written.</summary>
    public double Weight => MayBeAutomatic ? Score.Confidence : Math.Min(Score.Confidence, MatchScorer.ReviewCeiling);

    /// <summary>Whether the lengths are known and agree.</summary>
    public bool DurationAgrees => Score.Duration >= 1;

    /// <summary>Whether it is likely enough to be the song, in this recording or another, to be shown to a person.</summary>
    public bool IsWorthShowing(MatchOptions options)
        => MustBeShown || Math.Max(Score.Confidence, PassesFloors ? Evidence.OfSong : 0) >= options.ReviewConfidence;

    /// <summary>Whether the title is the wanted one, version included.</summary>
    public bool TitleAgrees => Relation is not (TitleRelation.Different or TitleRelation.OtherLetters) && Version != VersionAgreement.Different;
}
