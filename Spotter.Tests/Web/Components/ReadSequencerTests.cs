using Spotter.Web.Components;

namespace Spotter.Tests.Web.Components;

public sealed class ReadSequencerTests
{
    [Fact]
    public async Task A_read_that_was_asked_for_later_ends_later_however_long_the_first_one_takes()
    {
        var turns = new ReadSequencer();
        var slow = new TaskCompletionSource();
        var shown = "";

        var first = turns.RunAsync(async () =>
        {
            await slow.Task;
            shown = "old";
        });
        var second = turns.RunAsync(() =>
        {
            shown = "new";
            return Task.CompletedTask;
        });
        Assert.False(second.IsCompleted);
        slow.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal("new", shown);
    }

    [Fact]
    public async Task A_read_that_fails_keeps_no_other_from_its_turn()
    {
        var turns = new ReadSequencer();

        await Assert.ThrowsAsync<OperationCanceledException>(() => turns.RunAsync(() => throw new OperationCanceledException()));
        var isRead = false;
        await turns.RunAsync(() =>
        {
            isRead = true;
            return Task.CompletedTask;
        });

        Assert.True(isRead);
    }
}
