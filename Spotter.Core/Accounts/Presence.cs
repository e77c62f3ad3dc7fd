namespace Spotter.Core.Accounts;

/// <summary>Somebody who was admitted, as they were at that moment.</summary>
/// <param name="UserId">Our id of the user.</param>
/// <param name="AccountId">Our id of the account.</param>
/// <param name="UserName">The name as the server writes it.</param>
/// <param name="IsAdmin">Whether the server called the user an administrator.</param>
/// <param name="SignOutCount">The account's <see cref="Account.SignOutCount"/>.</param>
/// <param name="SessionId">The session, or null for a call with name and password.</param>
public sealed record Presence(int UserId, int AccountId, string UserName, bool IsAdmin, int SignOutCount, Guid? SessionId);
