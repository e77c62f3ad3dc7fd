namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>A difference between the embedded server's answer and the real one's.</summary>
/// <param name="Recording">The conversation.</param>
/// <param name="Step">Its step.</param>
/// <param name="What">The recorded and the actual value.</param>
internal sealed record RecordedDifference(string Recording, string Step, string What)
{
    public override string ToString() => $"{Recording} | {Step} | {What}";
}
