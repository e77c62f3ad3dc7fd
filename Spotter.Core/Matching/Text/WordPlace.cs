namespace Spotter.Core.Matching.Text;

/// <summary>Where in a bracket or behind a dash a word must stand to mean what its entry says.</summary>
internal enum WordPlace
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>At its end.</summary>
    Last,

    /// <summary>At its beginning or its end.</summary>
    Edge,

    /// <summary>With nothing but decoration, years and small words beside it.</summary>
    Alone,
}
