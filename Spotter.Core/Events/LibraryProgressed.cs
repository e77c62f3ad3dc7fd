namespace Spotter.Core.Events;

/// <summary>The reading of the user's library has come further, ended or failed.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="IsReading">Whether it goes on.</param>
/// <param name="Read">Songs so far.</param>
/// <param name="Total">Songs that the server counts, or null.</param>
public sealed record LibraryProgressed(int UserId, bool IsReading, int Read, int? Total) : IUserEvent;
