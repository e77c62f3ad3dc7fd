
namespace Spotter.Web.Access;

/// <summary>A display name for a browser in the list of sessions.</summary>
public static class DeviceName
{
    private const int MostLetters = 60;

    // Each browser also contains the names of older ones: the first match is the right one.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("HeadlessChrome/", "Chromium"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>"Firefox on Linux", or the user agent itself if it is unknown.</summary>
    public static string Of(string? userAgent)
    {
        var text = new string([.. (userAgent ?? "").Where(c => !char.IsControl(c))]).Trim();
        return (Find(Browsers, text), Find(Systems, text)) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            ({ } browser, null) => browser,
            _ when text.Length == 0 => "Unknown device",
            _ => text.Length <= MostLetters ? text : text[..MostLetters] + "…",
        };
    }

    private static string? Find((string Mark, string Name)[] names, string text)
        => names.FirstOrDefault(name => text.Contains(name.Mark, StringComparison.Ordinal)).Name;
}
