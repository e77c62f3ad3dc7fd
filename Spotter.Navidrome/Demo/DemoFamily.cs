namespace Spotter.Navidrome.Demo;

/// <summary>Whose manners the embedded server has.</summary>
internal enum DemoFamily
{
    /// <summary>Navidrome's.</summary>
    Navidrome,

    /// <summary>gonic's.</summary>
    Gonic,

    /// <summary>supysonic's.</summary>
    Supysonic,
}
