using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>The scorer's judgement of one song for one source track.</summary>
/// <param name="Song">The song.</param>
/// <param name="Score">Its score, by parts.</param>
/// <param name="Relation">How the titles compare.</param>
/// <param name="Version">Whether it is the wanted version.</param>
/// <param name="Evidence">The evidence of all parts together.</param>
/// <param name="PassesFloors">Whether title and artist are close enough for it to be the song at all.</param>
/// <param name="Waits">Why it must not be written without asking, however likely it is. Null if nothing forbids it.</param>
internal sealed record Judgement(
    SongReading Song, MatchScore Score, TitleRelation Relation, VersionAgreement Version, Evidence Evidence, bool PassesFloors, MatchReason? Waits)
{
    /// <summary>Whether song and track agree exactly in everything that both say.</summary>
    public bool IsEntry { get; init; }

    /// <summary>Whether the track's path is the song's own, and nothing that is known contradicts.</summary>
    public bool IsByPath { get; init; }

    /// <summary>The doubt that its playlist allows, and that would otherwise keep it waiting. Null if there is none.</summary>
    public MatchReason? Allowed { get; init; }

    /// <summary>Whether nothing forbids writing it without asking.</summary>
    public bool MayBeAutomatic => Waits is null;

    /// <summary>Whether it must be shown however unlikely it is: it has the requested identifier, or exactly the title and more.</summary>
    public bool MustBeShown { get; init; }

    /// <summary>Its weight among competing candidates. A song that needs review does not keep another from being written.</summary>
    public double Weight => MayBeAutomatic ? Score.Confidence : Math.Min(Score.Confidence, MatchScorer.ReviewCeiling);

    /// <summary>Whether the lengths are known and agree.</summary>
    public bool DurationAgrees => Score.Duration >= 1;

    /// <summary>Whether it is likely enough to be the song, in this recording or another, to be shown for review.</summary>
    public bool IsWorthShowing(MatchOptions options)
        => MustBeShown || Math.Max(Score.Confidence, PassesFloors ? Evidence.OfSong : 0) >= options.ReviewConfidence;

    /// <summary>Whether the title is the wanted one, including the version.</summary>
    public bool TitleAgrees => Relation is not (TitleRelation.Different or TitleRelation.OtherLetters) && Version != VersionAgreement.Different;
}
