namespace Spotter.Web.Verbs;

/// <summary>What the program can do instead of serving. Its first argument names it: "dotnet Spotter.Web.dll health".</summary>
public interface IVerb
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What it does, in one line.</summary>
    string Summary { get; }

    /// <summary>Its own options. Everything else after its name is a setting, as for a normal start.</summary>
    IReadOnlyList<VerbOption> Options { get; }

    /// <summary>Does it, and returns the exit code.</summary>
    /// <param name="arguments">What was given after its name.</param>
    /// <param name="output">Receives what it has to say.</param>
    Task<int> RunAsync(VerbArguments arguments, TextWriter output);
}
