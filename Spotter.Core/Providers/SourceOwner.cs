namespace Spotter.Core.Providers;

/// <summary>Whose account at a service a connection is.</summary>
/// <param name="Id">The service's id of the account; never changes.</param>
/// <param name="Name">What people call it.</param>
public sealed record SourceOwner(string Id, string Name)
{
    /// <summary>When the service ends the sign-in whatever happens, or null where it does not.</summary>
    public DateTimeOffset? SignInEndsAt { get; init; }
}
