using System.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>Waits for what another process does in its own time. Inside one process, wait for the event itself instead.</summary>
internal static class Eventually
{
    public static Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan? within = null)
        => GetAsync(what, async () => await condition() ? what : null, within);

    /// <summary>The first answer that is not null.</summary>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> read, TimeSpan? within = null)
        where T : class
    {
        var limit = within ?? TimeSpan.FromSeconds(60);
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            if (await read() is { } found)
            {
                return found;
            }
        }
        while (watch.Elapsed < limit && await timer.WaitForNextTickAsync());

        throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain: {what}.");
    }
}
