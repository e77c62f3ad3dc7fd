using MudBlazor;
using Spotter.Core.Matching;

namespace Spotter.Web.Components.Pages.Decisions;

/// <summary>How a kind of decision is shown. A new kind does not compile until it has one.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Word">Its name in the URL.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Icon">Its icon.</param>
public sealed record DecisionKind(PinKind Kind, string Word, string Label, string Icon)
{
    public static IReadOnlyList<DecisionKind> All { get; } = [.. Enum.GetValues<PinKind>().Select(Of)];

    public static DecisionKind Of(PinKind kind) => kind switch
    {
        PinKind.Pin => new(kind, "chosen", "Chosen", Icons.Material.Rounded.PushPin),
        PinKind.Rejection => new(kind, "rejected", "Not this", Icons.Material.Rounded.DoNotDisturbOn),
        PinKind.Never => new(kind, "never", "Never", Icons.Material.Rounded.Block),
    };

    /// <summary>The kind for a word in the URL. Any other word means all kinds: null.</summary>
    public static DecisionKind? Find(string? word) => All.FirstOrDefault(kind => string.Equals(kind.Word, word, StringComparison.OrdinalIgnoreCase));
}
