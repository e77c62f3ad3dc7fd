namespace Spotter.Navidrome.Demo;

/// <summary>Who may ask which extensions of the protocol there are.</summary>
internal enum DemoExtensions
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Who is logged in.</summary>
    BehindLogin,

    /// <summary>Nobody: the method is not known.</summary>
    Unknown,
}
