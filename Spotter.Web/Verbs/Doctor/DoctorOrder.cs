using Spotter.Core.Accounts;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>What the administrator asked the doctor for.</summary>
/// <param name="Credentials">With whom to sign in at the music server; null tries everybody whose password is stored.</param>
/// <param name="Writes">Whether to create a playlist on the music server, and to delete it again.</param>
public sealed record DoctorOrder(Credentials? Credentials, bool Writes);
