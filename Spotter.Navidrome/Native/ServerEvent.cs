namespace Spotter.Navidrome.Native;

/// <summary>A server-sent event of Navidrome.</summary>
/// <param name="Name">The name: "serverStart", "scanStatus", "keepAlive" and others.</param>
/// <param name="Data">The data, as JSON.</param>
internal sealed record ServerEvent(string Name, string Data);
