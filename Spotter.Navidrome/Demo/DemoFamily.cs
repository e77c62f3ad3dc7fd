namespace Spotter.Navidrome.Demo;

/// <summary>The server whose behaviour the embedded server imitates.</summary>
internal enum DemoFamily
{
    /// <summary>Navidrome.</summary>
    Navidrome,

    /// <summary>gonic.</summary>
    Gonic,

    /// <summary>supysonic.</summary>
    Supysonic,
}
