namespace Spotter.Tests.Navidrome.Faults;

/// <summary>What a user does to a synced playlist, besides requesting a run.</summary>
internal enum UserAct
{
    ImportChange,
    ImportArchive,
    Rename,
    EditPolicy,
    Decision,
    ImportDecisions,
    UndoDecisions,
}
