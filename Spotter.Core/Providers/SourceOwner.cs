namespace Spotter.Core.Providers;

/// <summary>The owner of a connection: an account at the service.</summary>
/// <param name="Id">The service's id of the account. It never changes.</param>
/// <param name="Name">Its display name.</param>
public sealed record SourceOwner(string Id, string Name)
{
    /// <summary>When the service ends the sign-in in any case, or null if it does not.</summary>
    public DateTimeOffset? SignInEndsAt { get; init; }
}
