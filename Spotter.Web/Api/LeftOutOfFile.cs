using Spotter.Core.Formats;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>What an import leaves out of one file, or that it leaves the file out as a whole.</summary>
/// <param name="File">The file; one of an archive with its folders.</param>
/// <param name="Whole">Whether nothing of it comes in.</param>
/// <param name="Count">How many entries are left out; null where the whole file is.</param>
/// <param name="Reasons">Why, the most frequent first.</param>
public sealed record LeftOutOfFile(string File, bool Whole, int? Count, IReadOnlyList<LeftOutBecause> Reasons)
{
    /// <summary>Everything that was left out, in the order of the files.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="fileName">The file that was sent.</param>
    /// <param name="wording">Puts the reasons into words.</param>
    public static IReadOnlyList<LeftOutOfFile> Of(PlaylistFileReading reading, string fileName, FactWording wording) =>
    [
        .. reading.Playlists.SelectMany(playlist => playlist.Warnings)
            .GroupBy(warning => warning.FileName ?? fileName, StringComparer.Ordinal)
            .Select(file => new LeftOutOfFile(file.Key, Whole: false, file.Count(),
            [
                .. file.GroupBy(warning => warning.Reason).OrderByDescending(same => same.Count())
                    .Select(same => new LeftOutBecause(NameOf(same.Key), same.Count(), wording.Say((same.First() with { FileName = null }).WithLine))),
            ])),
        .. reading.LeftOut.Select(file => new LeftOutOfFile(file.Name, Whole: true, Count: null, [new(NameOf(file.Cause.Problem), Count: null, wording.Say(file.Cause.Reason))])),
    ];

    private static string NameOf<T>(T reason)
        where T : struct, Enum
        => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}
