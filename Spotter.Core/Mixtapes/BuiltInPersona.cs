namespace Spotter.Core.Mixtapes;

/// <summary>A persona that comes along.</summary>
/// <param name="Key">How it is stored; never changes.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">How it chooses.</param>
public sealed record BuiltInPersona(string Key, string Name, string Text);
