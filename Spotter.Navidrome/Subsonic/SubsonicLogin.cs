using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Accounts;

namespace Spotter.Navidrome.Subsonic;

/// <summary>The two kinds of login of which every server supports at least one.</summary>
internal static class SubsonicLogin
{
    /// <summary>The login parameters of every call.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parameters(Credentials credentials, SubsonicLoginKind kind)
    {
        yield return new("u", credentials.UserName);
        if (kind == SubsonicLoginKind.Token)
        {
            var salt = RandomNumberGenerator.GetHexString(16, lowercase: true);
            yield return new("t", Token(credentials.Password, salt));
            yield return new("s", salt);
        }
        else
        {
            yield return new("p", "enc:" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(credentials.Password)));
        }

        yield return new("v", "1.16.1");
        // Servers keep a "player" for each client name, so it never changes.
        yield return new("c", "Spotter");
        yield return new("f", "json");
    }

    /// <summary>The salted password. Lower case, since servers compare the text.</summary>
#pragma warning disable CA5351 // MD5 is what the protocol prescribes
    public static string Token(string password, string salt) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + salt)));
#pragma warning restore CA5351
}
