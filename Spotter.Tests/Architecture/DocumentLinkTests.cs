using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Links between documents lead somewhere.</summary>
public sealed partial class DocumentLinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var documents = Repository.Files(".", ".md").Where(file => !file.Path.StartsWith("artifacts/", StringComparison.Ordinal)).ToList();
        Assert.True(documents.Count > 30, $"Only {documents.Count} documents were found.");

        Rule.HasNoException(documents.SelectMany(document => Link().Matches(Code().Replace(document.Text, ""))
            .Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && !IsGood(document, link))
            .Select(link => $"{document.Path}: {link}")));
    }

    private static bool IsGood(SourceFile document, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var target = path.Length == 0 ? document.FullPath : Path.GetFullPath(path, Path.GetDirectoryName(document.FullPath)!);
        return heading is null
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Heading().Matches(File.ReadAllText(target)).Any(match => Anchor(match.Groups[1].Value) == heading);
    }

    // The same as GitHub's: lower case, dashes for blanks, and no other punctuation.
    private static string Anchor(string heading)
        => string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
