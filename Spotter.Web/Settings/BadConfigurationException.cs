namespace Spotter.Web.Settings;

/// <summary>The configuration cannot be used. Each problem is one line for whoever starts Spotter.</summary>
public sealed class BadConfigurationException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, at least one line.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
