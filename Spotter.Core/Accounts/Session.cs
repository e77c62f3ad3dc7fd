namespace Spotter.Core.Accounts;

/// <summary>One browser in which a user is signed in. Its cookie counts as long as this row is there.</summary>
public sealed class Session
{
    /// <summary>Random; the cookie holds it, encrypted.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public int UserId { get; set; }

    /// <summary>The account on the music server whose password opened it.</summary>
    public int AccountId { get; set; }

    /// <summary>When it began. It ends <see cref="Sessions.Longest"/> later, however much it is used.</summary>
    public DateTimeOffset SignedInAt { get; set; }

    /// <summary>When it was used last, to the hour. It ends <see cref="Sessions.IdleFor"/> later.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>What the browser calls itself, for the user to recognise it: "Firefox on Linux".</summary>
    public string Device { get; set; } = "";

    /// <summary>The address that it was opened from, or null where that is not known.</summary>
    public string? Address { get; set; }
}
