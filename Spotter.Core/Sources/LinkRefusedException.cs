using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>A pasted link leads to nothing that can be read without an account. The message says what to do instead.</summary>
public sealed class LinkRefusedException(LinkAdvice advice) : Exception(advice.Sentence)
{
    /// <summary>What the user can do instead.</summary>
    public LinkAdvice Advice => advice;
}
