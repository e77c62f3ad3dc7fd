using System.Text;

namespace Spotter.Web.Addresses;

/// <summary>Checks return addresses: only Spotter's own are allowed, so that a link cannot use the sign-in to redirect elsewhere.</summary>
public static class LocalUrl
{
    /// <summary>The address, escaped for a header, or the home page if it is not one of Spotter's.</summary>
    public static string OrHome(string? url)
        => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? Escape(url) : "/";

    private static string Escape(string url)
        => Ascii.IsValid(url) ? url : string.Concat(url.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
