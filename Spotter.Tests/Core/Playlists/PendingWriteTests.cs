using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Playlists;

public sealed class PendingWriteTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void What_had_not_arrived_or_was_being_added_may_be_lacking(int row, bool mayLack)
        => Assert.Equal(mayLack, new PendingWrite(WriteWay.Pieces, Pieces: 2, Piece: 1, Arrived: 3) { Added = [1] }.MayLack(row));
}
