using Spotter.Benchmarks.Mutants;

namespace Spotter.Tests.Benchmarks.Mutants;

public sealed class MutantsVerbTests
{
    private static readonly Mutant[] All =
    [
        .. Enumerable.Range(1, 50).Select(id => new Mutant(id, "Spotter.Core/Matching/MatchScorer.cs", id, "a", "b")),
        .. Enumerable.Range(51, 10).Select(id => new Mutant(id, "Spotter.Core/Sync/SyncLeases.cs", id, "a", "b")),
    ];

    [Fact]
    public void A_seed_draws_the_same_sample_again_and_another_seed_another()
    {
        Assert.Equal(MutantsVerb.Draw(All, 1), MutantsVerb.Draw(All, 1));
        Assert.NotEqual(MutantsVerb.Draw(All, 1), MutantsVerb.Draw(All, 2));
        Assert.Equal(All, MutantsVerb.Draw(All, 1).OrderBy(mutant => mutant.Id));
    }

    [Fact]
    public void However_short_the_sample_it_has_as_many_of_both_areas()
        => Assert.Equal(10, MutantsVerb.Draw(All, 1).Take(20).Count(mutant => mutant.Area == "Sync"));

    [Fact]
    public void A_sample_may_have_so_many_of_each_area_however_long_it_takes()
    {
        var drawn = MutantsVerb.Draw(All, 1, count: 8);

        Assert.Equal(MutantsVerb.Draw(All, 1).Take(16), drawn);
        Assert.Equal([8, 8], drawn.GroupBy(mutant => mutant.Area).Select(area => area.Count()));
        Assert.Equal(8, MutantOptions.Parse(["--count", "8"], TimeProvider.System)!.Count);
        Assert.Null(MutantOptions.Parse(["--count", "8"], TimeProvider.System)!.Minutes);
    }

    [Fact]
    public async Task What_makes_no_sense_is_answered_with_how_it_is_used()
    {
        var errors = new StringWriter();

        Assert.Equal(1, await MutantsVerb.RunAsync(["--minutes", "many"], TextWriter.Null, errors));
        Assert.Contains("--seed", errors.ToString(), StringComparison.Ordinal);
    }
}
