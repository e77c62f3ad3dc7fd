namespace Spotter.Tests.Support;

/// <summary>Lists in Spotter.Tests/Data/Recorded: the results of a part for many inputs, which show every effect of a change to it.</summary>
internal static class RecordedList
{
    private const string WriteVariable = "SPOTTER_RECORD";

    /// <summary>Asserts that the lines are those of the list. With SPOTTER_RECORD=1, it records them instead.</summary>
    public static void AssertSame(string list, IEnumerable<string> lines)
    {
        string[] now = [.. lines];
        var path = Path.Combine(Repository.Root, "Spotter.Tests", "Data", "Recorded", $"{list}.txt");
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Concat(now.Select(line => line + "\n")));
        }

        var recorded = File.Exists(path) ? File.ReadAllText(path).Split('\n')[..^1] : [];
        if (!now.SequenceEqual(recorded, StringComparer.Ordinal))
        {
            var changed = now.Except(recorded).Select(line => "+ " + line).Concat(recorded.Except(now).Select(line => "- " + line)).ToList();
            Assert.Fail($"{changed.Count} lines of Data/Recorded/{list}.txt are others now. If each is as it should be, {WriteVariable}=1 records them.\n{string.Join('\n', changed.Take(40))}");
        }
    }
}
