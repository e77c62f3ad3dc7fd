using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Telemetry;

public sealed class MemoryTrimmerTests
{
    [Fact]
    public async Task What_was_let_go_is_given_back_by_itself()
    {
        var spent = Spend();

        Assert.True(MemoryTrimmer.TrimSoon());

        // The object is in the highest generation, so only a full collection frees it.
        await Eventually.HoldsAsync("a full collection", () => Task.FromResult(!spent.IsAlive));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Spend() => new(new byte[64 * 1024 * 1024]);
}
