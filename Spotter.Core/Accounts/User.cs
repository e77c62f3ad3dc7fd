namespace Spotter.Core.Accounts;

/// <summary>Somebody who uses Spotter; made at the first sign-in.</summary>
public sealed class User
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>The name as the server writes it; compared without case.</summary>
    public required string Name { get; set; }

    /// <summary>First sign-in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Up to which event the user has seen the notifications.</summary>
    public long NotificationsSeenUpTo { get; set; }

    /// <summary>How the user likes the pages.</summary>
    public UserPreferences Preferences { get; set; } = new();
}
