using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>A pasted link leads to nothing that can be read without an account; the message is for whoever reads a stack trace.</summary>
public sealed class LinkRefusedException(LinkAdvice advice) : Exception(advice.What.ToString())
{
    /// <summary>What the user can do instead.</summary>
    public LinkAdvice Advice => advice;
}
