namespace Spotter.Core.Mixtapes;

/// <summary>The cost of a making so far.</summary>
public sealed class MixtapeSpending
{
    /// <summary>The number of tokens, or null if the server has not counted any.</summary>
    public int? Tokens { get; private set; }

    /// <summary>Adds the tokens of an answer.</summary>
    public void Add(int? tokens) => Tokens = tokens is { } more ? (int)Math.Min(int.MaxValue, (long)(Tokens ?? 0) + more) : Tokens;
}
