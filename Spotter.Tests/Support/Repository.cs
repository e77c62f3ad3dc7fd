using System.Text.RegularExpressions;

namespace Spotter.Tests.Support;

/// <summary>The sources of this repository, for tests that read them.</summary>
internal static partial class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "data", "TestResults", "node_modules", ".git"];

    private const int CodeToKeep = 300;

    public static string Root { get; } = FindRoot();

    /// <summary>The files under a folder of the repository, without the output of builds and runs.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] extensions)
        => Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), file.FullName));

    /// <summary>The folders under a folder, as paths from the root.</summary>
    public static IEnumerable<string> Folders(string folder)
        => Files(folder).Select(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/')).Distinct();

    /// <summary>C# without comments and string literals: only names and syntax.</summary>
    public static string CodeOnly(string source) => CommentsAndTexts().Replace(source, match => match.Value.StartsWith('/') ? "" : "\"\"");

    /// <summary>The texts in C#, without their quotes, and the code before each.</summary>
    public static IEnumerable<(string Value, string Before)> TextsOf(string source)
        => from match in CommentsAndTexts().Matches(source)
           where match.Value[0] is not ('/' or '\'')
           select (match.Value.Trim('$', '@', '"'), source[Math.Max(0, match.Index - CodeToKeep)..match.Index]);

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return file;
        }

        foreach (var child in folder.EnumerateDirectories().Where(child => !Generated.Contains(child.Name)))
        {
            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Spotter.Blazor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from a build inside the repository.");
    }

    [GeneratedRegex("""
        //[^\n]*|/\*.*?\*/|\$*"{3,}.*?"{3,}|\$?@"(?:[^"]|"")*"|@\$"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentsAndTexts();
}
