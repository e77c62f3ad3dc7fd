namespace Spotter.Core.Settings;

/// <summary>
/// A section of the configuration and the options type that it is bound to. The type says everything about its settings: defaults as
/// initial values, what is allowed as validation attributes, and, by <see cref="System.ComponentModel.DataAnnotations.DisplayAttribute"/>,
/// what the settings page calls them. The host checks and shows sections without knowing what they are for.
/// </summary>
/// <param name="Name">The section ("Sources:ListenBrainz").</param>
/// <param name="Type">The options type.</param>
/// <param name="Read">The values in force, from the application's services.</param>
public sealed record SettingsSection(string Name, Type Type, Func<IServiceProvider, object> Read);
