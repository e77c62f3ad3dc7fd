using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>What calls have taught about one server. Kept in memory, shared by all its accounts.</summary>
internal sealed class SubsonicServer(Uri baseAddress)
{
    private volatile Identity? _identity;
    private volatile bool _wantsPassword;

    /// <summary>Its address, without a slash at the end.</summary>
    public Uri BaseAddress { get; } = baseAddress;

    /// <summary>How to log in: token until the server says that it cannot.</summary>
    public SubsonicLoginKind Login => _wantsPassword ? SubsonicLoginKind.Password : SubsonicLoginKind.Token;

    /// <summary>"navidrome", "gonic", or null where the server does not say or has not been asked.</summary>
    public string? Type => _identity?.Type;

    /// <summary>Its version, or null.</summary>
    public string? Version => _identity?.Version;

    /// <summary>Whether it has answered yet.</summary>
    public bool IsKnown => _identity is not null;

    /// <summary>Whether it calls itself OpenSubsonic.</summary>
    public bool IsOpenSubsonic => _identity?.IsOpenSubsonic is true;

    /// <summary>Whether it is Navidrome.</summary>
    public bool IsNavidrome => string.Equals(Type, "navidrome", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is gonic.</summary>
    public bool IsGonic => string.Equals(Type, "gonic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Notes who answered.</summary>
    public void Learn(SubsonicReply reply) => _identity = new Identity(reply.Type, reply.ServerVersion, reply.OpenSubsonic);

    /// <summary>Notes that tokens are not understood.</summary>
    public void UsePassword() => _wantsPassword = true;

    private sealed record Identity(string? Type, string? Version, bool IsOpenSubsonic);
}
