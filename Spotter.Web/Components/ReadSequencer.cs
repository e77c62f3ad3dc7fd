namespace Spotter.Web.Components;

/// <summary>
/// Lets the reads of a view model run one at a time, in the order in which they were asked for: what is on the page comes from the last of them, and an
/// older read never overwrites a newer one. For one circuit, which does one thing at a time between two waits.
/// </summary>
public sealed class ReadSequencer
{
    private Task _last = Task.CompletedTask;

    /// <summary>Runs the read when those before it have ended, however they did.</summary>
    public async Task RunAsync(Func<Task> read)
    {
        var before = _last;
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _last = turn.Task;
        try
        {
            await before;
            await read();
        }
        finally
        {
            turn.SetResult();
        }
    }
}
