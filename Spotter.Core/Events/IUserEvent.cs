namespace Spotter.Core.Events;

/// <summary>A hint to a user's open pages. A page that missed one is correct after its next read.</summary>
public interface IUserEvent
{
    /// <summary>The user whose pages it is for.</summary>
    int UserId { get; }
}
