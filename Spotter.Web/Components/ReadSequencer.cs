namespace Spotter.Web.Components;

/// <summary>
/// Runs the reads of a view model one at a time, in the order of their requests, so that an older read never overwrites a newer one. For
/// one circuit, which does one thing at a time between two awaits.
/// </summary>
public sealed class ReadSequencer
{
    private Task _last = Task.CompletedTask;

    /// <summary>Runs the read after those before it have ended, whether or not they succeeded.</summary>
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
