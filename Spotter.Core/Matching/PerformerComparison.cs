using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>Compares performers if the credits include composers: a composer in common does not make it the same recording.</summary>
internal static class PerformerComparison
{
    public static PerformerAgreement Compare(ParsedTitle aTitle, ArtistCredits aArtists, ParsedTitle bTitle, ArtistCredits bArtists)
    {
        var areWorks = aTitle.Work is not null && bTitle.Work is not null;
        if (!areWorks && !(aArtists.HasComposer && bArtists.HasComposer))
        {
            return PerformerAgreement.NotAsked;
        }

        var (a, b) = (aArtists.Performers, bArtists.Performers);
        var (mine, theirs) = (Composers(aTitle, a), Composers(bTitle, b));
        if (mine.Count > 0 && theirs.Count > 0 && !mine.Any(composer => theirs.Any(other => Performers.IsSameComposer(composer, other))))
        {
            return PerformerAgreement.OtherComposer;
        }

        return Performers.AreSame(a, b) switch
        {
            true => PerformerAgreement.Same,
            false => PerformerAgreement.Different,
            null => a.AreUnknown && b.AreUnknown ? PerformerAgreement.NotAsked : PerformerAgreement.Unsure,
        };
    }

    private static IReadOnlyList<string> Composers(ParsedTitle title, Performers performers)
        => title.Work?.Composer is { } composer ? [composer, .. performers.Composers] : performers.Composers;
}
