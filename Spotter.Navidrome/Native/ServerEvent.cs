namespace Spotter.Navidrome.Native;

/// <summary>Something that Navidrome tells of its own accord.</summary>
/// <param name="Name">What it is about: "serverStart", "scanStatus", "keepAlive" and others.</param>
/// <param name="Data">Its particulars, as JSON.</param>
internal sealed record ServerEvent(string Name, string Data);
