using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>What the scorer says of one song for one source track.</summary>
/// <param name="Song">The song.</param>
/// <param name="Score">Its score, by parts.</param>
/// <param name="Relation">How the titles stand to each other.</param>
/// <param name="Version">Whether it is the wanted version.</param>
/// <param name="Evidence">What the parts are worth together.</param>
/// <param name="PassesFloors">Whether title and artist are close enough to be meant at all.</param>
/// <param name="MayBeAutomatic">Whether nothing forbids writing it without asking.</param>
internal sealed record Judgement(
    SongReading Song, MatchScore Score, TitleRelation Relation, VersionAgreement Version, Evidence Evidence, bool PassesFloors, bool MayBeAutomatic)
{
    /// <summary>Whether the lengths are known and agree.</summary>
    public bool DurationAgrees => Score.Duration >= 1;

    /// <summary>Whether it is likely enough to be the song, in this recording or another, to be shown to a person.</summary>
    public bool IsWorthShowing(MatchOptions options)
        => Math.Max(Score.Confidence, PassesFloors ? Evidence.OfSong : 0) >= options.ReviewConfidence;

    /// <summary>Whether the title is the wanted one, version included.</summary>
    public bool TitleAgrees => Relation != TitleRelation.Different && Version != VersionAgreement.Different;
}
