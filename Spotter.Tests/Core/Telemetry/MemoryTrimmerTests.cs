using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Telemetry;

/// <summary>Giving memory back.</summary>
public sealed class MemoryTrimmerTests
{
    [Fact]
    public async Task What_was_let_go_is_given_back_by_itself()
    {
        var spent = Spend();

        Assert.True(MemoryTrimmer.TrimSoon());

        // It is in the highest generation: nothing but a full collection takes it.
        await Eventually.HoldsAsync("a full collection", () => Task.FromResult(!spent.IsAlive));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Spend() => new(new byte[64 * 1024 * 1024]);
}
