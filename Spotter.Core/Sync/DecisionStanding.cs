namespace Spotter.Core.Sync;

/// <summary>What has become of a user's latest decisions, in one playlist or in all.</summary>
/// <param name="ToWrite">Tracks that were decided about and whose targets do not have it yet.</param>
/// <param name="IsBeingWritten">Whether the run that writes them all is under way.</param>
/// <param name="Written">Tracks whose decision was written lately; 0 while others are to be written.</param>
/// <param name="CanUndo">Whether any of those can be taken back.</param>
public sealed record DecisionStanding(int ToWrite, bool IsBeingWritten, int Written, bool CanUndo)
{
    /// <summary>Nothing to say.</summary>
    public static DecisionStanding None { get; } = new(0, false, 0, false);
}
