using Spotter.Core.Facts;

namespace Spotter.Core.Accounts;

/// <summary>A user's account on the music server. Library and targets belong to it.</summary>
public sealed class Account
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The server's address.</summary>
    public required string ServerUrl { get; set; }

    /// <summary>The name on the server.</summary>
    public required string UserName { get; set; }

    /// <summary>The password, encrypted (<see cref="CredentialVault"/>); null if there is none to use.</summary>
    public string? ProtectedPassword { get; set; }

    /// <summary>The server refused the credentials: nothing is tried until the user signs in again.</summary>
    public bool NeedsSignIn { get; set; }

    /// <summary>How often the user was signed out everywhere. Whatever was admitted under another count has to sign in again.</summary>
    public int SignOutCount { get; set; }

    /// <summary>Whether the server calls the user an administrator, as of the last sign-in.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>"navidrome", "gonic", or null.</summary>
    public string? ServerType { get; set; }

    /// <summary>The server's version, or null.</summary>
    public string? ServerVersion { get; set; }

    /// <summary>The last sign-in.</summary>
    public DateTimeOffset SignedInAt { get; set; }

    /// <summary>Why the server could not be reached at the last contact of any kind; null if it answered.</summary>
    public Fact? ServerProblem { get; set; }

    /// <summary>When the first such contact failed; null if the last one did not.</summary>
    public DateTimeOffset? ServerAwaySince { get; set; }

    /// <summary>The state of its library.</summary>
    public LibraryState Library { get; set; } = new();

    /// <summary>Whether its server was set up from scratch, and what the user decided then.</summary>
    public ServerRenewal Renewal { get; set; } = new();
}
