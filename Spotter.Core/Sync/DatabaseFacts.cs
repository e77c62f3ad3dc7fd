using Spotter.Core.Facts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sync;

/// <summary>Facts about database problems.</summary>
public static class DatabaseFacts
{
    /// <summary>The fact that says what happened and what to do.</summary>
    public static Fact Of(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Busy => new Fact.DatabaseBusy(),
        DatabaseTrouble.Full => new Fact.DatabaseFull(),
        DatabaseTrouble.ReadOnly => new Fact.DatabaseReadOnly(),
        DatabaseTrouble.Unreadable => new Fact.DatabaseUnreadable(),
        DatabaseTrouble.Away => new Fact.DatabaseAway(),
    };
}
