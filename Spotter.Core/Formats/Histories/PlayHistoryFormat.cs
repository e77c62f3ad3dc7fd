using Spotter.Core.Facts;
using Spotter.Core.Formats.Readers;

namespace Spotter.Core.Formats.Histories;

/// <summary>A history of plays as the list of what was played most.</summary>
internal sealed class PlayHistoryFormat(Action<PlayHistory> read, MostPlayed wish) : IPlaylistFileFormat
{
    public const string FamilyOfHistories = "history";

    public string Family => FamilyOfHistories;

    public Fact NoTracks => new Fact.HistoryWithoutPlays();

    public bool Recognizes(PlaylistFileContent content) => true;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var history = new PlayHistory();
        read(history);
        foreach (var track in history.Most(wish))
        {
            drafts.Add(1, track);
        }
    }

    /// <summary>What the list is called where nobody gives it a name. Of several files of one history each is a list of its own; those of an archive are counted together.</summary>
    public string NameFor(PlaylistFileContent content) => char.IsAsciiDigit(content.Stem.LastOrDefault()) ? $"{wish.Period.Name} ({content.Stem})" : wish.Period.Name;
}
