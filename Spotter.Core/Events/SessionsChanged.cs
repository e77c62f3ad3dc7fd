namespace Spotter.Core.Events;

/// <summary>The user has signed in or out somewhere, or was signed out. Whoever shows something to the user asks whether that is still right.</summary>
/// <param name="UserId">Whose.</param>
public sealed record SessionsChanged(int UserId) : IUserEvent;
