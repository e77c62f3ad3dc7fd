using System.Reflection;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support;

/// <summary>Source tracks that say something in every property there is, also in one that will be added: what stores, compares or copies them may leave none out.</summary>
internal static class FilledTrack
{
    /// <summary>The properties that a source fills.</summary>
    public static IReadOnlyList<PropertyInfo> Properties { get; } = [.. typeof(SourceTrack).GetProperties().Where(property => property.CanWrite)];

    /// <summary>A track with a value of its own in every property.</summary>
    /// <param name="number">Another number gives other values.</param>
    public static SourceTrack Of(int number)
    {
        var track = new SourceTrack { Title = "" };
        foreach (var property in Properties)
        {
            property.SetValue(track, ValueOf(property, number));
        }

        return track;
    }

    /// <summary>The same track, with another value in one property.</summary>
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
