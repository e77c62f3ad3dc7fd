using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spotter.Core.Events;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Activity;

/// <summary>The audit log as a live timeline, grouped by day.</summary>
public sealed partial class ActivityPage
{
    private static readonly Dictionary<string, object?> _selectAttributes = new() { ["aria-label"] = "Playlist" };

    [Inject]
    public required ActivityViewModel Model { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    [SupplyParameterFromQuery(Name = "playlist")]
    public int? PlaylistId { get; set; }

    [CascadingParameter]
    public PageTime? PageTime { get; set; }

    private ActivityKind Kind => ActivityKind.Find(Type);

    // A kind that comes from a link is offered next to the usual ones.
    private IEnumerable<ActivityKind> Kinds => ActivityKind.Known.Any(kind => kind.Word == Kind.Word) ? ActivityKind.Known : ActivityKind.Known.Append(Kind);

    private bool IsFiltered => Kind != ActivityKind.All || PlaylistId is not null;

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(LoadNewerAsync);
        Follow<PlaylistListChanged>(LoadNewerAsync);
        Follow<TrackMatchChanged>(LoadNewerAsync);
        Follow<Notification>(LoadNewerAsync);
    }

    protected override Task OnParametersSetAsync()
        => Model.IsShowing(Kind, PlaylistId) ? Task.CompletedTask : Model.LoadAsync(CurrentUser.Id, Kind, PlaylistId, Gone);

    private Task LoadNewerAsync() => Model.LoadNewerAsync(Gone);

    private static string UrlOf(ActivityKind kind, int? playlistId) => SpotterUrls.ActivityOf(playlistId, kind.Word);

    private string NameOf(int? playlistId) => playlistId is { } id ? Model.PlaylistNames.GetValueOrDefault(id, "A playlist that is gone") : "";

    private DateTimeOffset Local(DateTimeOffset at) => PageTime?.Local(at) ?? at;

    private string NameOf(DateOnly day)
    {
        var today = DateOnly.FromDateTime(Local(Clock.GetUtcNow()).Date);
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => "Today",
            1 => "Yesterday",
            _ => day.ToString(day.Year == today.Year ? "dddd d MMMM" : "d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
        };
    }
}
