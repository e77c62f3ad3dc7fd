namespace Spotter.Core.Accounts;

/// <summary>Somebody who is signed in.</summary>
/// <param name="UserId">Our id of the user.</param>
/// <param name="AccountId">Our id of the account.</param>
/// <param name="UserName">The name as the server writes it.</param>
/// <param name="IsAdmin">Whether the server calls the user an administrator.</param>
/// <param name="IsFirstVisit">Whether the user row was created by this sign-in.</param>
/// <param name="SignOutCount">The account's <see cref="Account.SignOutCount"/> at this moment.</param>
public sealed record SignedIn(int UserId, int AccountId, string UserName, bool IsAdmin, bool IsFirstVisit, int SignOutCount);
