namespace Spotter.Core.Accounts;

/// <summary>A user name and password of the music server. Its text form leaves the password out.</summary>
public sealed class Credentials(string userName, string password)
{
    /// <summary>The name as typed or stored.</summary>
    public string UserName { get; } = userName;

    /// <summary>The password. Never logged, never sent to the browser.</summary>
    public string Password { get; } = password;

    /// <summary>The user name alone.</summary>
    public override string ToString() => UserName;
}
