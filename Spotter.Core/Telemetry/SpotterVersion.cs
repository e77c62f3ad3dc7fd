using System.Reflection;

namespace Spotter.Core.Telemetry;

/// <summary>The version of this build, by Semantic Versioning (semver.org). Its one source is <c>Directory.Build.props</c>.</summary>
public static class SpotterVersion
{
    private static readonly string[] Parts =
        (typeof(SpotterVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>The version as releases are named: "0.1.0".</summary>
    public static string Number { get; } = Parts[0];

    /// <summary>The commit that was built; null if the build did not know it.</summary>
    public static string? Revision { get; } = Parts is [_, { Length: > 0 } revision] ? revision : null;

    /// <summary>Version and the first characters of the commit: "0.1.0+4f900db".</summary>
    public static string Full { get; } = Revision is { } revision ? $"{Number}+{revision[..Math.Min(revision.Length, 7)]}" : Number;

    /// <summary>What Spotter calls itself in the User-Agent of its requests: "Spotter/0.1.0".</summary>
    public static string Product { get; } = $"Spotter/{Number}";
}
