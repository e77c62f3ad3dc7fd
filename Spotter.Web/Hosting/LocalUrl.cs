namespace Spotter.Web.Hosting;

/// <summary>Addresses that somebody is sent back to: only our own, so that a link cannot use the sign-in to lead elsewhere.</summary>
public static class LocalUrl
{
    /// <summary>The address, or home where it is none of ours.</summary>
    public static string OrHome(string? url)
        => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : "/";
}
