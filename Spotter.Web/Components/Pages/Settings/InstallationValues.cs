using System.Globalization;
using Microsoft.Extensions.Options;
using Spotter.Core.Providers.Files;
using Spotter.Web.Components.Shared;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Pages.Settings;

/// <summary>The configuration of this installation as administrators may see it.</summary>
public sealed class InstallationValues(SpotterSettings settings, DemoMode demo, IOptions<FilesOptions> files)
{
    public IReadOnlyList<InstallationGroup> Groups { get; } =
    [
        new("Music server",
        [
            new("Address", "Navidrome:BaseUrl", demo.IsDemo ? "none: demo mode" : settings.Server.BaseUrl),
            // Their values may be secrets.
            new("Extra headers", "Navidrome:ExtraHeaders", settings.Server.ExtraHeaders.Count == 0 ? "none" : string.Join(", ", settings.Server.ExtraHeaders.Keys)),
        ]),
        new("Sync",
        [
            new("Every enabled playlist (cron, UTC)", "PlaylistSync:Cron", settings.Sync.Cron),
            new("Switching off deletes the playlist", "PlaylistSync:DeleteOnUnsync", YesNo(settings.Sync.DeleteOnUnsync)),
            new("May vanish at once", "PlaylistSync:MaxRemovalPercent", Words.Percent(settings.Sync.MaxRemovalPercent)),
            new("A first write must match", "PlaylistSync:MinMatchPercent", settings.Sync.MinMatchPercent == 0 ? "off" : Words.Percent(settings.Sync.MinMatchPercent)),
            new("Runs that changed nothing are forgotten after", "PlaylistSync:KeepUneventfulDays", settings.Sync.KeepUneventfulDays == 0 ? "never" : Words.Count(settings.Sync.KeepUneventfulDays, "day")),
            new("A silent run is given up after", "PlaylistSync:LeaseSeconds", Words.Count(settings.Sync.LeaseSeconds, "second")),
        ]),
        new("Sources",
        [
            new("Every connection is read (cron, UTC)", "Sources:RefreshCron", settings.Sources.RefreshCron),
            new("Watched folder", "Sources:Files:WatchFolder", files.Value.WatchFolder.Length == 0 ? "none" : files.Value.WatchFolder),
        ]),
        new("Mixtapes",
        [
            new("Model server", "Mixtapes:Endpoint", settings.Mixtapes.Endpoint.Length == 0 ? "none: mixtapes are off" : settings.Mixtapes.Endpoint),
            new("Model", "Mixtapes:Model", settings.Mixtapes.Model.Length == 0 ? "not set" : settings.Mixtapes.Model),
            new("Key", "Mixtapes:ApiKey", settings.Mixtapes.ApiKey.Length == 0 ? "not set" : "set"),
            new("An answer may take", "Mixtapes:TimeoutSeconds", Words.Count(settings.Mixtapes.TimeoutSeconds, "second")),
        ]),
        new("Matching",
        [
            new("Written from a confidence of", "Matching:MinMatchConfidence", Number(settings.Matching.MinMatchConfidence)),
            new("Shown for review from", "Matching:ReviewConfidence", Number(settings.Matching.ReviewConfidence)),
            new("Other names are asked for at MusicBrainz", "Matching:MusicBrainz:Enabled", YesNo(settings.MusicBrainz.Enabled)),
            new("MusicBrainz", "Matching:MusicBrainz:BaseUrl", settings.MusicBrainz.BaseUrl),
            new("Contact that MusicBrainz is told", "Matching:MusicBrainz:Contact", settings.MusicBrainz.Contact.Length == 0 ? "none" : settings.MusicBrainz.Contact),
        ]),
        new("Installation",
        [
            new("Public address", "PublicUrl", settings.PublicUrl?.AbsoluteUri ?? "not set"),
            new("Trusted proxies", "ForwardedHeaders:KnownProxies", settings.KnownProxies.Count == 0 ? "none" : string.Join(", ", settings.KnownProxies)),
            new("Database", "ConnectionStrings:Spotter", settings.Database.DataSource),
            new("Keys", "DataProtection:KeysPath", settings.KeysPath),
            new("Demo reachable from other machines", "Demo:AllowRemote", YesNo(settings.AllowRemoteDemo)),
        ]),
    ];

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
