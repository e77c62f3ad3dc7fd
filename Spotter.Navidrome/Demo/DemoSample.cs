namespace Spotter.Navidrome.Demo;

/// <summary>A playlist file that is part of the demo mode.</summary>
/// <param name="FileName">Its name, with extension.</param>
/// <param name="Content">Its bytes, as a browser would upload them.</param>
public sealed record DemoSample(string FileName, byte[] Content);
