namespace Spotter.Navidrome.Native;

/// <summary>A user's session in Navidrome's native API, shared by all runs, since logins are limited, including successful ones.</summary>
internal sealed class NativeSession
{
    /// <summary>Held during a login, so that many runs at once log in only once.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The token, or null. Each answer brings a new one, valid for another two days.</summary>
    public string? Token { get; set; }

    /// <summary>The password that the token or the refusal belongs to.</summary>
    public string? Password { get; set; }

    /// <summary>The end of the pause after a refusal.</summary>
    public DateTimeOffset RestsUntil { get; set; }
}
