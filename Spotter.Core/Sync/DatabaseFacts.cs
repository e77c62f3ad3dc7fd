using Spotter.Core.Facts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sync;

/// <summary>What there is to say of a trouble of the database.</summary>
public static class DatabaseFacts
{
    /// <summary>What happened and what to do.</summary>
    public static Fact Of(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Busy => new Fact.DatabaseBusy(),
        DatabaseTrouble.Full => new Fact.DatabaseFull(),
        DatabaseTrouble.ReadOnly => new Fact.DatabaseReadOnly(),
        DatabaseTrouble.Unreadable => new Fact.DatabaseUnreadable(),
    };
}
