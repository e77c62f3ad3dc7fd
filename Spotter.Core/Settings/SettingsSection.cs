namespace Spotter.Core.Settings;

/// <summary>
/// A section of the configuration and the options type that it is bound to. The type says everything about its settings: defaults as
/// initial values, bounds as validation attributes, and, with <see cref="System.ComponentModel.DataAnnotations.DisplayAttribute"/>, their
/// names on the settings page. The host checks and shows sections without knowing what they are for.
/// </summary>
/// <param name="Name">The section ("Sources:ListenBrainz").</param>
/// <param name="Type">The options type.</param>
/// <param name="Read">Returns the current values from the application's services.</param>
public sealed record SettingsSection(string Name, Type Type, Func<IServiceProvider, object> Read);
