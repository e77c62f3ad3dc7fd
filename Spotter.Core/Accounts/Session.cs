namespace Spotter.Core.Accounts;

/// <summary>A browser in which a user is signed in. Its cookie is valid as long as this row exists.</summary>
public sealed class Session
{
    /// <summary>Random; the cookie holds it, encrypted.</summary>
    public Guid Id { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The account on the music server whose password opened it.</summary>
    public int AccountId { get; set; }

    /// <summary>When it began. It ends <see cref="Sessions.Longest"/> later, however much it is used.</summary>
    public DateTimeOffset SignedInAt { get; set; }

    /// <summary>When it was last used, to the hour. It ends <see cref="Sessions.IdleFor"/> later.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The browser's own name, so that the user recognises it: "Firefox on Linux".</summary>
    public string Device { get; set; } = "";

    /// <summary>The address from which it was opened, or null if unknown.</summary>
    public string? Address { get; set; }
}
