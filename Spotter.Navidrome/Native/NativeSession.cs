namespace Spotter.Navidrome.Native;

/// <summary>One user's session on Navidrome's own interface, shared by all runs: logins are counted there, successful ones too.</summary>
internal sealed class NativeSession
{
    /// <summary>Held while somebody logs in, so that many runs at once are one login.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The token, or null. Each answer brings a new one, good for another two days.</summary>
    public string? Token { get; set; }

    /// <summary>The password that the token, or the refusal, was got for.</summary>
    public string? Password { get; set; }

    /// <summary>Until when nothing is asked, after a refusal.</summary>
    public DateTimeOffset RestsUntil { get; set; }
}
