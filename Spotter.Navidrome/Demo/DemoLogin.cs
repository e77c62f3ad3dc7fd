using System.Text;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>Authenticates calls to the embedded server.</summary>
internal static class DemoLogin
{
    /// <summary>The caller.</summary>
    /// <exception cref="DemoException">A parameter is missing, or the credentials are wrong.</exception>
    public static DemoUser Check(DemoRequest request, DemoWorld world) => world.Profile.Family switch
    {
        DemoFamily.Navidrome => OfNavidrome(request, world),
        DemoFamily.Gonic => OfGonic(request, world),
        _ => OfSupysonic(request, world),
    };

    /// <summary>Navidrome checks, in this order, a token of its web pages, the password, and the salted password. A wrong one hides a right
    /// one after it.</summary>
    private static DemoUser OfNavidrome(DemoRequest request, DemoWorld world)
    {
        var name = request.Get("u");
        request.Get("v");
        request.Get("c");
        var user = world.FindUser(name);
        if (request.Find("jwt") is { Length: > 0 } token)
        {
            return user is not null && DemoTokens.Read(token, world) is { } subject && user.Is(subject.Name) ? user : throw Wrong();
        }

        if (request.Find("p") is { Length: > 0 } password)
        {
            return user is not null && IsPassword(password, user) ? user : throw Wrong();
        }

        return user is not null && IsToken(request.Find("t") ?? "", request.Find("s") ?? "", user) ? user : throw Wrong();
    }

    /// <summary>gonic requires exactly one of the two.</summary>
    private static DemoUser OfGonic(DemoRequest request, DemoWorld world)
    {
        var user = world.FindUser(Named("u"));
        Named("c");
        var password = request.Find("p") is { Length: > 0 } text ? text : null;
        var hasToken = request.Find("t") is { Length: > 0 } && request.Find("s") is { Length: > 0 };
        if (password is not null == hasToken)
        {
            throw new DemoException(SubsonicErrorCode.MissingParameter, "please provide `t` and `s`, or just `p`");
        }

        if (user is null)
        {
            throw new DemoException(SubsonicErrorCode.WrongCredentials, $"invalid username \"{request.Find("u")}\"");
        }

        var isProven = password is not null ? IsPassword(password, user) : IsToken(request.Get("t"), request.Get("s"), user);
        return isProven ? user : throw new DemoException(SubsonicErrorCode.WrongCredentials, "invalid password");

        string Named(string name) => request.Find(name) is { Length: > 0 } value
            ? value
            : throw new DemoException(SubsonicErrorCode.MissingParameter, $"please provide a \"{name}\" parameter");
    }

    private static DemoUser OfSupysonic(DemoRequest request, DemoWorld world)
    {
        if (request.Headers.TryGetValue("Authorization", out var header) && header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2);
            return pair is [var basicName, var secret] && world.FindUser(basicName) is { } found && found.Password == secret ? found : throw Wrong();
        }

        if (!request.Has("u") || !request.Has("p") || !request.Has("c"))
        {
            throw DemoException.Missing("");
        }

        return world.FindUser(request.Find("u") ?? "") is { } user && IsPassword(request.Find("p") ?? "", user) ? user : throw Wrong();
    }

    private static DemoException Wrong() => new(SubsonicErrorCode.WrongCredentials, "Wrong username or password");

    /// <summary>Compared as text: upper-case digits are wrong.</summary>
    private static bool IsToken(string token, string salt, DemoUser user)
        => string.Equals(token, SubsonicLogin.Token(user.Password, salt), StringComparison.Ordinal);

    private static bool IsPassword(string sent, DemoUser user)
    {
        if (sent.StartsWith("enc:", StringComparison.Ordinal))
        {
            try
            {
                sent = Encoding.UTF8.GetString(Convert.FromHexString(sent["enc:".Length..]));
            }
            catch (FormatException)
            {
                // Taken literally.
            }
        }

        return string.Equals(sent, user.Password, StringComparison.Ordinal);
    }
}
