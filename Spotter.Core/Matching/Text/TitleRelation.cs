namespace Spotter.Core.Matching.Text;

/// <summary>How two titles stand to each other.</summary>
public enum TitleRelation
{
    /// <summary>Equal but for case, punctuation, decoration or a few marks.</summary>
    Equal,

    /// <summary>Equal only where nearly all marks are left out: in a language that needs them that may be another title.</summary>
    EqualWithoutMarks,

    /// <summary>Equal but for a subtitle that only one side has.</summary>
    Subtitle,

    /// <summary>Equal but for an article in front or behind: "The Chain", "Chain", "Chain, The".</summary>
    Article,

    /// <summary>Equal or close when written in Latin letters.</summary>
    Transliterated,

    /// <summary>The same movement of the same work, described in other words.</summary>
    SameWork,

    /// <summary>A typing mistake apart.</summary>
    Close,

    /// <summary>One letter of a short word apart, "Long Day" and "Long Way": another title, unless everything else agrees.</summary>
    ShortWordApart,

    /// <summary>One is written in Latin letters and the other in letters that we cannot write in them: nobody can tell by the letters.</summary>
    OtherLetters,

    /// <summary>Another title.</summary>
    Different,
}
