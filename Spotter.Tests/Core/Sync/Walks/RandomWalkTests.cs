using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>
/// Hundreds of random steps against the embedded server: edits on both sides, scans, upgrades, faults, kills, pairings, removals. After
/// each step nothing may be doubled, stuck or lost. A failure prints its seed and the steps that led to it.
/// </summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Steps = 190;

    /// <summary>Three walks by default, and with ./test --full two on every server. SPOTTER_WALKS sets the number.</summary>
    public static TheoryData<int> Seeds
        => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("SPOTTER_WALKS"), out var count) ? count : LongTests.AreWanted ? 16 : 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_happens_no_playlist_is_doubled_stuck_or_lost(int seed)
    {
        await using var walk = await Walk.StartAsync(seed);
        try
        {
            for (var i = 0; i < Steps; i++)
            {
                await walk.StepAsync();
            }

            await walk.SettleAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            output.WriteLine($"Seed {seed} failed after {walk.Steps.Count} steps:\n{string.Join('\n', walk.Steps)}");
            throw;
        }

        output.WriteLine($"Seed {seed}: {walk.Settlements} settlements, {walk.Kills} kills, {walk.Faults} faults.");
        Assert.True(walk.Settlements > 20, "The walk came to rest too seldom to have shown anything.");
    }
}
