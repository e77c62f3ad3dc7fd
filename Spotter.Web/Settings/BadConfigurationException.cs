namespace Spotter.Web.Settings;

/// <summary>The configuration is invalid. Each problem is one line for the administrator.</summary>
public sealed class BadConfigurationException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems, at least one line.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
