namespace Spotter.Core.Matching.Text;

/// <summary>Where in a bracket or after a dash a word must be to have its meaning.</summary>
internal enum WordPlace
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>At its end.</summary>
    Last,

    /// <summary>At its beginning or its end.</summary>
    Edge,

    /// <summary>With only decoration, years and small words beside it.</summary>
    Alone,
}
