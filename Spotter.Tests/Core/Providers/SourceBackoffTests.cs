using Spotter.Core.Providers;

namespace Spotter.Tests.Core.Providers;

public sealed class SourceBackoffTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("the first failure", ProviderFailure.Unavailable, 1, null, 2)]
    [InlineData("each doubles", ProviderFailure.Unavailable, 2, null, 4)]
    [InlineData("each doubles", ProviderFailure.Malformed, 5, null, 32)]
    [InlineData("up to six hours", ProviderFailure.Unavailable, 9, null, 360)]
    [InlineData("and never more", ProviderFailure.Unavailable, 1_000_000, null, 360)]
    [InlineData("the service's own time holds", ProviderFailure.Unavailable, 1, 1, 1)]
    [InlineData("even where it is long", ProviderFailure.Unavailable, 1, 720, 720)]
    [InlineData("a service that names too short a time again and again is not believed", ProviderFailure.Unavailable, 6, 1, 64)]
    [InlineData("a refused sign-in waits for the user", ProviderFailure.Unauthorized, 1, null, null)]
    [InlineData("whatever the service says", ProviderFailure.Unauthorized, 3, 5, null)]
    public void The_next_try(string why, ProviderFailure failure, int failures, int? retryInMinutes, int? expectedMinutes)
    {
        var retryAt = retryInMinutes is { } minutes ? Now.AddMinutes(minutes) : (DateTimeOffset?)null;

        var next = SourceBackoff.NextTry(failure, failures, retryAt, Now, connectionId: 10);

        Assert.Equal((why, expectedMinutes), (why, next is null ? null : (int?)(next.Value - Now).TotalMinutes));
    }

    [Fact]
    public void Connections_come_one_after_the_other_and_within_a_tenth()
    {
        var tries = Enumerable.Range(1, 9).Select(id => SourceBackoff.NextTry(ProviderFailure.Unavailable, 4, null, Now, id)!.Value).ToList();

        Assert.Equal(9, tries.Distinct().Count());
        Assert.All(tries, at => Assert.InRange((at - Now).TotalMinutes, 16, 17.6));
    }
}
