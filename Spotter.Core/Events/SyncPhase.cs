namespace Spotter.Core.Events;

/// <summary>The phase of a run.</summary>
public enum SyncPhase
{
    /// <summary>Taking the lease, asking the server.</summary>
    Starting,

    /// <summary>Reading the library; done and total count songs.</summary>
    ReadingLibrary,

    /// <summary>Matching; done and total count tracks.</summary>
    Matching,

    /// <summary>Writing to the server and comparing.</summary>
    Writing,
}
