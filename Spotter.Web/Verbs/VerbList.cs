namespace Spotter.Web.Verbs;

/// <summary>Recognises a verb in the arguments of the program, and runs it.</summary>
/// <param name="verbs">All verbs, except the help that lists them.</param>
public sealed class VerbList(IReadOnlyList<IVerb> verbs)
{
    /// <summary>The exit code if the arguments are not understood.</summary>
    public const int NotUnderstood = 2;

    /// <summary>Whether the program is to do something instead of serving. Settings begin with a dash or a slash, or contain an equals sign.</summary>
    public static bool IsVerb(IReadOnlyList<string> args)
        => args is ["--version" or "--help" or "-h", ..] || (args is [{ Length: > 0 } first, ..] && first.All(c => char.IsAsciiLetter(c) || c == '-') && first[0] != '-');

    /// <summary>The verb of that name, or null.</summary>
    public IVerb? Find(string name) => verbs.FirstOrDefault(verb => verb.Name == name);

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="output">Receives what the verb has to say.</param>
    /// <param name="error">Receives what is wrong with the arguments.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var name = args[0].TrimStart('-');
        if (name is "help" or "h")
        {
            await WriteHelpAsync(output);
            return 0;
        }

        if (Find(name) is not { } verb)
        {
            await error.WriteLineAsync($"Spotter does not know \"{args[0]}\". It knows {string.Join(", ", verbs.Select(known => known.Name))} and help. Without any of them, it starts.");
            return NotUnderstood;
        }

        VerbArguments arguments;
        try
        {
            arguments = new(verb.Options, [.. args.Skip(1)]);
        }
        catch (FormatException incomplete)
        {
            await error.WriteLineAsync(incomplete.Message);
            return NotUnderstood;
        }

        return await verb.RunAsync(arguments, output);
    }

    private async Task WriteHelpAsync(TextWriter output)
    {
        await output.WriteLineAsync("""
            Without a verb, Spotter starts. Settings come from appsettings.json, from environment variables (Navidrome__BaseUrl=…) and from
            arguments (--Navidrome:BaseUrl=…).

            Verbs:
            """);
        foreach (var verb in verbs)
        {
            await output.WriteLineAsync($"  {verb.Name,-16}{verb.Summary}");
            foreach (var option in verb.Options)
            {
                await output.WriteLineAsync($"    {$"{option.Name} {option.Value}",-14}{option.Summary}");
            }
        }
    }
}
