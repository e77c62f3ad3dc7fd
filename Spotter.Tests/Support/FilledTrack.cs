using System.Reflection;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support;

/// <summary>Source tracks with a value in every property, including any that is added later, because code that stores, compares or copies
/// tracks must not omit one.</summary>
internal static class FilledTrack
{
    /// <summary>The properties that a source fills.</summary>
    public static IReadOnlyList<PropertyInfo> Properties { get; } = [.. typeof(SourceTrack).GetProperties().Where(property => property.CanWrite)];

    /// <summary>A track with a distinct value in every property.</summary>
    /// <param name="number">A different number gives different values.</param>
    public static SourceTrack Of(int number)
    {
        var track = new SourceTrack { Title = "" };
        foreach (var property in Properties)
        {
            property.SetValue(track, ValueOf(property, number));
        }

        return track;
    }

    /// <summary>The same track with another value in one property.</summary>
    public static SourceTrack With(SourceTrack track, PropertyInfo property, int number)
    {
        var other = track with { };
        property.SetValue(other, ValueOf(property, number));
        return other;
    }

    private static object ValueOf(PropertyInfo property, int number)
        => property.PropertyType switch
        {
            var type when type == typeof(string) => $"{property.Name} {number}",
            var type when type == typeof(int?) => 1_000 + number,
            var type when type == typeof(IReadOnlyList<string>) => new[] { $"{property.Name} {number}", "Ünal & “Sons”" },
            var type => throw new NotSupportedException($"SourceTrack.{property.Name} is of a new type ({type.Name}): give it a value here."),
        };
}
