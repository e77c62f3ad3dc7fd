namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>Where the embedded server answers otherwise than the real one did.</summary>
/// <param name="Recording">Which conversation.</param>
/// <param name="Step">Which step of it.</param>
/// <param name="What">What was recorded, and what came.</param>
internal sealed record RecordedDifference(string Recording, string Step, string What)
{
    public override string ToString() => $"{Recording} | {Step} | {What}";
}
