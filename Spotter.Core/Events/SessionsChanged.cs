namespace Spotter.Core.Events;

/// <summary>The user signed in or out somewhere, or was signed out. Whatever shows something to the user checks whether it still may.</summary>
public sealed record SessionsChanged(int UserId) : IUserEvent;
