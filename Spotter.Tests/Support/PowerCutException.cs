namespace Spotter.Tests.Support;

/// <summary>The process is no more.</summary>
internal sealed class PowerCutException() : Exception("The power was cut.");
