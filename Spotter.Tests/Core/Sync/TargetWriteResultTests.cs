using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class TargetWriteResultTests
{
    [Theory]
    [InlineData("what was meant", "a b a", true, true)]
    [InlineData("without a song that the server does not know", "a a", false, true)]
    [InlineData("nothing", "", false, true)]
    [InlineData("in another order", "b a a", false, false)]
    [InlineData("with a song that nobody meant", "a b a x", false, false)]
    [InlineData("with a copy too many", "a b a a", false, false)]
    public void The_server_shows(string what, string shown, bool holds, bool holdsWhatIsKnown)
    {
        var ids = shown.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var written = new TargetWriteResult(new(new("list", "Road trip", ids.Length), [.. ids.Select(id => FakeMusicServer.Song(id, id))]), DroppedHiddenRows: false);
        var plan = new TargetPlan("list", "Road trip", "", ["a", "b", "a"]);

        Assert.True((holds, holdsWhatIsKnown) == (written.Holds(plan), written.HoldsWhatIsKnown(plan)), what);
    }
}
