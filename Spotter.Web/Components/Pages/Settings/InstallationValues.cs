using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Spotter.Core.Accounts;
using Spotter.Core.Settings;
using Spotter.Web.Components.Shared;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Pages.Settings;

/// <summary>The configuration that administrators may see: every option with a display name, and the files and addresses of this installation.</summary>
public sealed class InstallationValues(SpotterSettings settings, DemoMode demo, IEnumerable<SettingsSection> sections, IServiceProvider services)
{
    // In this order. Sections that are added later follow under their own names.
    private static readonly (string Section, string Title)[] Titles =
    [
        ("Navidrome", "Music server"),
        ("Schedule", "Schedule"),
        ("PlaylistSync", "Sync"),
        ("Sources", "Sources"),
        ("Mixtapes", "Mixtapes"),
        ("Matching", "Matching"),
        ("Jobs", "Jobs"),
    ];

    public IReadOnlyList<InstallationGroup> Groups { get; } =
    [
        .. from section in sections
           from value in Values(section, section.Read(services), demo, services.GetRequiredService<IConfiguration>())
           group value by section.Name.Split(':')[0] into values
           orderby (uint)Array.FindIndex(Titles, title => title.Section == values.Key)
           select new InstallationGroup(Titles.FirstOrDefault(title => title.Section == values.Key).Title ?? values.Key, [.. values]),
        new("Installation",
        [
            .. from value in (IReadOnlyList<(string Label, string Key, string Text)>)
               [
                   ("Public address", "PublicUrl", settings.PublicUrl?.AbsoluteUri ?? "not set"),
                   ("Trusted proxies", "ForwardedHeaders:KnownProxies", List(settings.KnownProxies)),
                   ("Trusted networks", "ForwardedHeaders:KnownNetworks", List(settings.KnownNetworks)),
                   ("Database", "ConnectionStrings:Spotter", settings.Database.Place),
                   ("Keys", "DataProtection:KeysPath", settings.KeysPath),
                   ("Demo reachable from other machines", "Demo:AllowRemote", YesNo(settings.AllowRemoteDemo)),
               ]
               select new InstallationValue(value.Label, value.Key, value.Text, SettingOrigin.Describe(services.GetRequiredService<IConfiguration>(), value.Key)),
        ]),
    ];

    private static IEnumerable<InstallationValue> Values(SettingsSection section, object options, DemoMode demo, IConfiguration configuration)
        => from property in section.Type.GetProperties()
           let label = property.GetCustomAttribute<DisplayAttribute>()?.GetName()
           where label is not null
           // Nobody configured the demo's own server.
           let isDemoServer = demo.IsDemo && section.Type == typeof(ServerOptions) && property.Name == nameof(ServerOptions.BaseUrl)
           let key = $"{section.Name}:{property.Name}"
           select new InstallationValue(
               label, key, Text(property, isDemoServer ? "" : property.GetValue(options)), isDemoServer ? "the default" : SettingOrigin.Describe(configuration, key));

    // The unit (percent, days or seconds) is part of the property's name.
    private static string Text(PropertyInfo property, object? value)
    {
        var none = property.GetCustomAttribute<DisplayFormatAttribute>()?.NullDisplayText;
        return value switch
        {
            _ when SettingsCheck.IsSecret(property) => value is null or "" ? "not set" : "set",
            null or "" or 0 or ICollection { Count: 0 } when none is not null => none,
            bool yes => YesNo(yes),
            Enum choice => choice.GetType().GetField(choice.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? choice.ToString(),
            double number => number.ToString("0.00", CultureInfo.InvariantCulture),
            int number when property.Name.EndsWith("Percent", StringComparison.Ordinal) => Words.Percent(number),
            int number when property.Name.EndsWith("Days", StringComparison.Ordinal) => Words.Count(number, "day"),
            int number when property.Name.EndsWith("Seconds", StringComparison.Ordinal) => Words.Count(number, "second"),
            int number => Words.Number(number),
            // The dictionary's values may be secrets.
            IDictionary entries => string.Join(", ", entries.Keys.Cast<string>()),
            IEnumerable<string> list => string.Join(", ", list),
            _ => SettingsCheck.HideCredentials(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
    }

    private static string List<T>(IReadOnlyList<T> values) => values.Count == 0 ? "none" : string.Join(", ", values);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
