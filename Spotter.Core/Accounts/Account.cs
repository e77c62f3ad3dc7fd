namespace Spotter.Core.Accounts;

/// <summary>One user's account on the music server. Library and targets hang on it.</summary>
public sealed class Account
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose.</summary>
    public int UserId { get; set; }

    /// <summary>The server's address.</summary>
    public required string ServerUrl { get; set; }

    /// <summary>The name on the server.</summary>
    public required string UserName { get; set; }

    /// <summary>The password, encrypted (<see cref="CredentialVault"/>); null where there is none to use.</summary>
    public string? ProtectedPassword { get; set; }

    /// <summary>The server refused the credentials: nothing is tried until the user signs in again.</summary>
    public bool NeedsSignIn { get; set; }

    /// <summary>How often everything of the user's was signed out at once. What was let in under another count is not welcome any more.</summary>
    public int SignOutCount { get; set; }

    /// <summary>Whether the server calls the user an administrator, as of the last sign-in.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>"navidrome", "gonic", or null.</summary>
    public string? ServerType { get; set; }

    /// <summary>The server's version, or null.</summary>
    public string? ServerVersion { get; set; }

    /// <summary>Last sign-in.</summary>
    public DateTimeOffset SignedInAt { get; set; }

    /// <summary>What is known of its library.</summary>
    public LibraryState Library { get; set; } = new();

    /// <summary>Whether its server was set up from scratch, and what the user said to that.</summary>
    public ServerRenewal Renewal { get; set; } = new();
}
