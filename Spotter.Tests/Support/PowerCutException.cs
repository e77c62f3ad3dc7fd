namespace Spotter.Tests.Support;

/// <summary>The process has ended.</summary>
internal sealed class PowerCutException() : Exception("The power was cut.");
