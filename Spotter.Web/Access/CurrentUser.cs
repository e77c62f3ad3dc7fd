using System.Globalization;
using System.Security.Claims;
using Spotter.Web.Components;

namespace Spotter.Web.Access;

/// <summary>The user who looks at the page. Set by <see cref="Routes"/> before any page is created; one per circuit.</summary>
public sealed class CurrentUser
{
    /// <summary>The claim with Spotter's id of the user's account on the music server.</summary>
    public const string AccountClaim = "spotter:account";

    /// <summary>The role of the music server's administrators.</summary>
    public const string AdminRole = "Admin";

    /// <summary>The claim with the session's id.</summary>
    public const string SessionClaim = "spotter:session";

    /// <summary>The claim with the user's count of "sign out everywhere" at the time of the sign-in.</summary>
    public const string SignOutCountClaim = "spotter:sign-outs";

    private int? _id;

    public bool IsSignedIn => _id is not null;

    public int Id => _id ?? throw new InvalidOperationException("Nobody is signed in here.");

    public int AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsAdmin { get; private set; }

    /// <summary>The session of this browser, or null if there is none.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Spotter's id of the signed-in user, or null.</summary>
    public static int? IdOf(ClaimsPrincipal principal) => Number(principal, ClaimTypes.NameIdentifier);

    /// <summary>The session's id, or null.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    public void Set(ClaimsPrincipal principal)
    {
        _id = IdOf(principal);
        AccountId = Number(principal, AccountClaim) ?? 0;
        Name = principal.Identity?.Name ?? "";
        IsAdmin = principal.IsInRole(AdminRole);
        SessionId = SessionOf(principal);
    }

    private static int? Number(ClaimsPrincipal principal, string claim)
        => int.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
