namespace Spotter.Core.Facts;

// Facts about other facts, and about Spotter itself.
public abstract partial record Fact
{
    /// <summary>Several facts, one after the other.</summary>
    public sealed record Several(FactList Facts) : Fact;

    /// <summary>Something that happened to a playlist, for places that report on several.</summary>
    public sealed record About(string Playlist, Fact What) : Fact;

    /// <summary>A fact stored by a newer version, which this one does not know.</summary>
    public sealed record Unread(string Code, string Text) : Fact;

    /// <summary>Another writer has used the database for longer than a call waits.</summary>
    public sealed record DatabaseBusy : Fact;

    /// <summary>The disk of the database is full.</summary>
    public sealed record DatabaseFull : Fact;

    /// <summary>The database is read-only.</summary>
    public sealed record DatabaseReadOnly : Fact;

    /// <summary>The database cannot be opened, or is damaged.</summary>
    public sealed record DatabaseUnreadable : Fact;

    /// <summary>The database server cannot be reached.</summary>
    public sealed record DatabaseAway : Fact;

    /// <summary>A bug ended a run.</summary>
    public sealed record OwnFault : Fact;
}
