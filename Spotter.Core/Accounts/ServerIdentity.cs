namespace Spotter.Core.Accounts;

/// <summary>The user as the server describes them.</summary>
/// <param name="UserName">The name as the server writes it.</param>
/// <param name="IsAdmin">Whether the server calls the user an administrator.</param>
/// <param name="ServerType">"navidrome", "gonic", or null if the server does not say.</param>
/// <param name="ServerVersion">The server's version, or null.</param>
public sealed record ServerIdentity(string UserName, bool IsAdmin, string? ServerType, string? ServerVersion);
