namespace Spotter.Navidrome.Subsonic;

/// <summary>Parses the server's address, and accepts what people paste from the browser.</summary>
public static class SubsonicAddress
{
    /// <summary>The address without query, fragment, the web interface's <c>/app</c>, and the slash at the end.</summary>
    /// <exception cref="FormatException">The text is not an http or https address.</exception>
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new FormatException("The address must begin with http:// or https://.");
        }

        var path = address.AbsolutePath.TrimEnd('/');
        foreach (var tail in new[] { "/app", "/rest" })
        {
            path = path.EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? path[..^tail.Length] : path;
        }

        return new UriBuilder(address.Scheme, address.Host, address.Port, path).Uri;
    }
}
