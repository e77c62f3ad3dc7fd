using System.Globalization;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Decisions;

/// <summary>One entry of a list of decisions as read, before it is known to be one.</summary>
internal sealed record DecisionEntry(int Line, string? Kind, string? Key, string? DecidedAt, SourceTrack? Track, Song? Song)
{
    private const int LongestShown = 60;

    /// <summary>The word for a kind in files.</summary>
    public static string WordOf(FiledKind kind) => kind switch
    {
        FiledKind.Pin => "pin",
        FiledKind.Rejection => "rejection",
        FiledKind.Never => "never",
    };

    /// <summary>A moment as files have it.</summary>
    public static string? Write(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Adds the entry to what was read.</summary>
    public void AddTo(List<FiledDecision> decisions, List<UnreadDecision> unread)
    {
        if (Fault() is { } why)
        {
            unread.Add(new(Line, Track?.Title, why));
            return;
        }

        var kind = KindOf(Kind)!.Value;
        decisions.Add(new(kind, FieldText.CleanOrNull(Key), Track!, kind == FiledKind.Never ? null : Song, MomentOf(DecidedAt)) { Line = Line });
    }

    private Fact? Fault()
        => KindOf(Kind) is not { } kind ? new Fact.DecisionKindUnknown(Short(Kind))
            : Track is not { } track ? new Fact.DecisionWithoutTrack()
            : kind != FiledKind.Never && Song is null ? new Fact.DecisionWithoutSong(track.Title)
            : !string.IsNullOrWhiteSpace(DecidedAt) && MomentOf(DecidedAt) is null ? new Fact.DecisionTimeUnread(Short(DecidedAt))
            : null;

    private static FiledKind? KindOf(string? word) => FieldText.Clean(word).ToLowerInvariant() switch
    {
        "pin" => FiledKind.Pin,
        "rejection" => FiledKind.Rejection,
        "never" => FiledKind.Never,
        _ => null,
    };

    private static DateTimeOffset? MomentOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static string Short(string? text) => FieldText.Clean(text) is { Length: > LongestShown } clean ? clean[..LongestShown] + "…" : FieldText.Clean(text);
}
