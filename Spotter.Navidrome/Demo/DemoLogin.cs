using System.Text;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>Who calls the embedded server: p before t and s, as on Navidrome.</summary>
internal static class DemoLogin
{
    /// <summary>The caller.</summary>
    /// <exception cref="DemoException">A parameter is missing, or the credentials are wrong.</exception>
    public static DemoUser Check(DemoRequest request, DemoProfile profile)
    {
        var name = request.Get("u");
        request.Get("c");
        if (profile.IsOpenSubsonic)
        {
            request.Get("v");
        }

        var user = DemoUser.All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        var proven = request.Find("p") is { Length: > 0 } password
            ? user is not null && IsPassword(password, user.Password)
            : IsToken(request, profile, user);
        return proven && user is not null ? user : throw new DemoException(SubsonicErrorCode.WrongCredentials, "Wrong username or password");
    }

    private static bool IsToken(DemoRequest request, DemoProfile profile, DemoUser? user)
    {
        if (!profile.TakesTokens)
        {
            throw DemoException.Missing("p");
        }

        var token = request.Get("t");
        var salt = request.Get("s");
        return user is not null && string.Equals(token, SubsonicLogin.Token(user.Password, salt), StringComparison.Ordinal);
    }

    private static bool IsPassword(string sent, string password)
    {
        if (sent.StartsWith("enc:", StringComparison.Ordinal))
        {
            try
            {
                sent = Encoding.UTF8.GetString(Convert.FromHexString(sent["enc:".Length..]));
            }
            catch (FormatException)
            {
                // Taken as it stands, like Navidrome does.
            }
        }

        return string.Equals(sent, password, StringComparison.Ordinal);
    }
}
