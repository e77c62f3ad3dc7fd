namespace Spotter.Core.Matching.Text;

/// <summary>How two titles compare.</summary>
public enum TitleRelation
{
    /// <summary>Equal except for case, punctuation, decoration or a few marks.</summary>
    Equal,

    /// <summary>Equal only without nearly all marks, which in some languages makes it another title.</summary>
    EqualWithoutMarks,

    /// <summary>Equal except for a subtitle that only one side has.</summary>
    Subtitle,

    /// <summary>Equal except for an article before or after it: "The Chain", "Chain", "Chain, The".</summary>
    Article,

    /// <summary>Equal or similar when transliterated to Latin letters.</summary>
    Transliterated,

    /// <summary>The same movement of the same work, in other words.</summary>
    SameWork,

    /// <summary>Different by a typing mistake.</summary>
    Close,

    /// <summary>Different by one letter of a short word, "Long Day" and "Long Way": another title, unless everything else agrees.</summary>
    ShortWordApart,

    /// <summary>One is in Latin letters and the other in letters that cannot be transliterated: the letters cannot be compared.</summary>
    OtherLetters,

    /// <summary>A different title.</summary>
    Different,
}
