namespace Spotter.Core.Mixtapes;

/// <summary>A persona that is part of Spotter.</summary>
/// <param name="Key">The stored key. It never changes.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Text">How it chooses.</param>
public sealed record BuiltInPersona(string Key, string Name, string Text);
