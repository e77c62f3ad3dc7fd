using Spotter.Core.Facts;
using Spotter.Core.Formats.Readers;

namespace Spotter.Core.Formats.Histories;

/// <summary>Reads a play history as the list of the most played tracks.</summary>
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

    /// <summary>The name of the list if the user gave none. Several files of one history become separate lists. In an archive they are
    /// counted together.</summary>
    public string NameFor(PlaylistFileContent content) => char.IsAsciiDigit(content.Stem.LastOrDefault()) ? $"{wish.Period.Name} ({content.Stem})" : wish.Period.Name;
}
