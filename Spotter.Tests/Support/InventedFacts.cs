using System.Reflection;
using Spotter.Core.Facts;

namespace Spotter.Tests.Support;

/// <summary>Every record that is a fact, with invented arguments.</summary>
internal static class InventedFacts
{
    public static IReadOnlyList<Type> Records { get; } = [.. typeof(Fact).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Fact)))];

    /// <summary>A fact of this type, with all arguments or with as few as it allows.</summary>
    public static Fact Invent(Type record, bool isFull = true)
    {
        var constructor = record.GetConstructors().Single();
        return (Fact)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Invent(parameter, isFull))]);
    }

    private static object? Invent(ParameterInfo parameter, bool isFull) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => isFull || !IsOptional(parameter) ? $"{parameter.Name}-“ä”-{{}}-\"" : null,
        var type when type == typeof(int) => isFull ? 12_345 : 0,
        var type when type == typeof(long) => isFull ? 12_345L : 0L,
        var type when type == typeof(int?) => isFull ? 12_345 : null,
        var type when type == typeof(ServerName) => isFull ? new ServerName("gonic") : default,
        var type when type == typeof(ServiceName) => isFull ? new ServiceName("Deezer") : default,
        var type when type == typeof(Fact) => isFull ? new Fact.NotAdded("Road trip", new Fact.DeezerBusy()) : new Fact.SaidBefore("It was said."),
        var type when type == typeof(FactList) => isFull ? new FactList([new Fact.Added(1), new Fact.SaidBefore("it was said")]) : new FactList([new Fact.Moved(1)]),
        var type => throw new InvalidOperationException($"{parameter.Member.DeclaringType!.Name} has an argument of a kind that nobody makes up: {type}."),
    };

    private static bool IsOptional(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
