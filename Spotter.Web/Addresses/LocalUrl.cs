using System.Text;

namespace Spotter.Web.Addresses;

/// <summary>Addresses that somebody is sent back to: only our own, so that a link cannot use the sign-in to lead elsewhere.</summary>
public static class LocalUrl
{
    /// <summary>The address, in the letters that a header may hold, or home where it is none of ours.</summary>
    public static string OrHome(string? url)
        => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? Escape(url) : "/";

    private static string Escape(string url)
        => Ascii.IsValid(url) ? url : string.Concat(url.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
