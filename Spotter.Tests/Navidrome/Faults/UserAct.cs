namespace Spotter.Tests.Navidrome.Faults;

/// <summary>What a user does to a playlist that is in sync, besides asking for a run.</summary>
internal enum UserAct
{
    ImportChange,
    ImportArchive,
    Rename,
    EditPolicy,
    Decision,
}
