namespace Spotter.Core.Events;

/// <summary>The read of the user's library progressed, ended or failed.</summary>
/// <param name="UserId">The user.</param>
/// <param name="IsReading">Whether it continues.</param>
/// <param name="Read">Songs so far.</param>
/// <param name="Total">Songs that the server counts, or null.</param>
public sealed record LibraryProgressed(int UserId, bool IsReading, int Read, int? Total) : IUserEvent;
