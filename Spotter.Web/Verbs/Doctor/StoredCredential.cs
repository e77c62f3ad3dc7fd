using Spotter.Core.Accounts;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Somebody who has signed in to Spotter.</summary>
/// <param name="UserName">The name.</param>
/// <param name="Credentials">Name and password; null if the password cannot be used.</param>
public sealed record StoredCredential(string UserName, Credentials? Credentials);
