namespace Spotter.Core.Facts;

// What is said of facts themselves.
public abstract partial record Fact
{
    /// <summary>Several facts, one after the other.</summary>
    public sealed record Several(FactList Facts) : Fact;

    /// <summary>What happened to a playlist, told where several may be meant.</summary>
    public sealed record About(string Playlist, Fact What) : Fact;

    /// <summary>What a newer version has noted and this one does not know.</summary>
    public sealed record Unread(string Code, string Text) : Fact;

    /// <summary>Somebody writes to the database, and has for longer than one waits.</summary>
    public sealed record DatabaseBusy : Fact;

    /// <summary>The disk of the database is full.</summary>
    public sealed record DatabaseFull : Fact;

    /// <summary>The database may be read only.</summary>
    public sealed record DatabaseReadOnly : Fact;

    /// <summary>The database cannot be opened, or is damaged.</summary>
    public sealed record DatabaseUnreadable : Fact;

    /// <summary>A bug ended a run.</summary>
    public sealed record OwnFault : Fact;
}
