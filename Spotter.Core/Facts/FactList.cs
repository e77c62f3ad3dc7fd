using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Spotter.Core.Facts;

/// <summary>Facts in order. Two lists are equal if their facts are.</summary>
[JsonConverter(typeof(FactListConverter))]
[CollectionBuilder(typeof(FactList), nameof(Of))]
public sealed class FactList(IReadOnlyList<Fact> facts) : IReadOnlyList<Fact>, IEquatable<FactList>
{
    /// <inheritdoc/>
    public int Count => facts.Count;

    /// <inheritdoc/>
    public Fact this[int index] => facts[index];

    /// <summary>Creates a list.</summary>
    public static FactList Of(ReadOnlySpan<Fact> facts) => new(facts.ToArray());

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator() => facts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactList? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactList);

    /// <inheritdoc/>
    public override int GetHashCode() => facts.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", facts)}]";
}
