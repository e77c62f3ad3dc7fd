namespace Spotter.Core.Accounts;

/// <summary>A user of Spotter, created at the first sign-in.</summary>
public sealed class User
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>The name as the server writes it; compared without case.</summary>
    public required string Name { get; set; }

    /// <summary>The first sign-in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Up to which event the user has seen the notifications.</summary>
    public long NotificationsSeenUpTo { get; set; }

    /// <summary>The user's preferences.</summary>
    public UserPreferences Preferences { get; set; } = new();
}
