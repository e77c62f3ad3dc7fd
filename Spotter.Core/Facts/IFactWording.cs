namespace Spotter.Core.Facts;

/// <summary>Puts facts into words, for the log.</summary>
public interface IFactWording
{
    /// <summary>The fact in words.</summary>
    string Say(Fact fact);
}
