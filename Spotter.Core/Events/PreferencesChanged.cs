namespace Spotter.Core.Events;

/// <summary>The user likes the pages another way now.</summary>
public sealed record PreferencesChanged(int UserId) : IUserEvent;
