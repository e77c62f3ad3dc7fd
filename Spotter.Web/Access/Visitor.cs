using System.Globalization;
using System.Security.Claims;
using Spotter.Core.Accounts;

namespace Spotter.Web.Access;

/// <summary>The sender of a request, from the cookie or the API's credentials. Pages use their circuit's CurrentUser instead.</summary>
public sealed record Visitor(int UserId, int AccountId, string Name, bool IsAdmin)
{
    /// <summary>The account's count of "sign out everywhere" when the visitor was let in.</summary>
    public int SignOutCount { get; init; }

    /// <summary>The session, or null for a call with name and password.</summary>
    public Guid? SessionId { get; init; }

    public static Visitor Of(SignedIn signedIn)
        => new(signedIn.UserId, signedIn.AccountId, signedIn.UserName, signedIn.IsAdmin) { SignOutCount = signedIn.SignOutCount };

    /// <summary>The visitor, or null if nobody is signed in.</summary>
    public static Visitor? Find(ClaimsPrincipal principal)
        => Number(principal, ClaimTypes.NameIdentifier) is { } userId && Number(principal, CurrentUser.AccountClaim) is { } accountId
            ? new Visitor(userId, accountId, principal.Identity?.Name ?? "", principal.IsInRole(CurrentUser.AdminRole))
            {
                SignOutCount = Number(principal, CurrentUser.SignOutCountClaim) ?? 0,
                SessionId = CurrentUser.SessionOf(principal),
            }
            : null;

    /// <summary>Lets endpoints take a visitor as a parameter. They all require a sign-in.</summary>
    public static ValueTask<Visitor?> BindAsync(HttpContext context) => ValueTask.FromResult(Find(context.User));

    public Presence ToPresence() => new(UserId, AccountId, Name, IsAdmin, SignOutCount, SessionId);

    public SignedIn ToSignedIn() => new(UserId, AccountId, Name, IsAdmin, IsFirstVisit: false, SignOutCount);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Text(UserId)),
            new(ClaimTypes.Name, Name),
            new(CurrentUser.AccountClaim, Text(AccountId)),
            new(CurrentUser.SignOutCountClaim, Text(SignOutCount)),
        ];
        if (SessionId is { } session)
        {
            claims.Add(new(CurrentUser.SessionClaim, session.ToString("N")));
        }

        if (IsAdmin)
        {
            claims.Add(new(ClaimTypes.Role, CurrentUser.AdminRole));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(ClaimsPrincipal principal, string claim)
        => int.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
