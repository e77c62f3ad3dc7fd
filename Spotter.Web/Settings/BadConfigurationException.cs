namespace Spotter.Web.Settings;

/// <summary>The configuration cannot be used. The message is the one line that whoever starts Spotter reads.</summary>
public sealed class BadConfigurationException(string message) : Exception(message);
