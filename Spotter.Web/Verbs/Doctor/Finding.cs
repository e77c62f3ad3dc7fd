namespace Spotter.Web.Verbs.Doctor;

/// <summary>One thing that the doctor has found.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">One or two plain sentences; if something is wrong, the second says what to do.</param>
public sealed record Finding(FindingKind Kind, string Text)
{
    public static Finding Good(string text) => new(FindingKind.Good, text);

    public static Finding Note(string text) => new(FindingKind.Note, text);

    public static Finding Wrong(string text) => new(FindingKind.Wrong, text);
}
