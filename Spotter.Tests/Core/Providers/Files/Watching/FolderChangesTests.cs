using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Providers.Files.Watching;

namespace Spotter.Tests.Core.Providers.Files.Watching;

public sealed class FolderChangesTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void One_looks_once_it_has_been_quiet_and_once_only()
    {
        var changes = new FolderChanges(_clock);
        Assert.False(changes.Take());
        changes.Note();
        _clock.Advance(TimeSpan.FromSeconds(4));
        changes.Note();
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(changes.Take());
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(changes.Take());
        Assert.False(changes.Take());
    }

    [Fact]
    public void What_never_comes_to_rest_is_looked_at_all_the_same()
    {
        var changes = new FolderChanges(_clock);
        var looks = 0;
        for (var second = 0; second < 180; second++)
        {
            changes.Note();
            looks += changes.Take() ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(looks, 2, 3);
    }

    [Fact]
    public void A_file_that_somebody_was_at_is_looked_at_again_though_nothing_tells_of_it()
    {
        var changes = new FolderChanges(_clock);
        changes.NoteBusy();
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(changes.Take());
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(changes.Take());
    }
}
