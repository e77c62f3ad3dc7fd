using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Rules for folders and names.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] Projects = ["Spotter.Core", "Spotter.Navidrome", "Spotter.PostgreSql", "Spotter.Web", "Spotter.Tests", "Spotter.Benchmarks"];

    [Fact]
    public void Classes_of_Core_and_Navidrome_are_sealed_static_or_abstract()
    {
        var open = new[] { typeof(Playlist).Assembly, Assembly.Load("Spotter.Navidrome"), Assembly.Load("Spotter.PostgreSql") }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
            .Where(type => type.FullName!.StartsWith("Spotter.", StringComparison.Ordinal) && !IsGenerated(type));

        Rule.HasNoException(open);
    }

    [Fact]
    public void No_folder_is_called_after_what_anything_could_be()
        => Rule.HasNoException(Projects.SelectMany(Repository.Folders).Where(folder => folder.Split('/')
            .Any(part => part is "Services" or "Helpers" or "Common" or "Dtos" or "Interfaces" or "Utils" or "Utilities" or "Models")));

    [Fact]
    public void No_type_is_a_manager_a_helper_a_util_or_an_impl()
    {
        var vague = Projects.SelectMany(project => Repository.Files(project, ".cs"))
            .SelectMany(file => TypeDeclaration().Matches(file.Code).Select(match => (file.Path, Name: match.Groups["name"].Value)))
            .Where(type => VagueName().IsMatch(type.Name));

        Rule.HasNoException(vague);
    }

    [Fact]
    public void A_file_holds_one_type_and_is_called_like_it()
    {
        var wrong = new[] { "Spotter.Core", "Spotter.Navidrome", "Spotter.PostgreSql", "Spotter.Web", "Spotter.Tests", "Spotter.Benchmarks" }
            .SelectMany(project => Repository.Files(project, ".cs"))
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file.Path, File: file.Name.Split('.')[0],
                Types: TopLevelType().Matches(file.Code).Select(match => match.Groups["name"].Value).Distinct().ToList()))
            .Where(file => file.Types.Count > 1 || (file.Types.Count == 1 && file.Types[0] != file.File))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}");

        Rule.HasNoException(wrong);
    }

    [Fact]
    public void A_namespace_is_the_folder()
    {
        var wrong = Projects
            .SelectMany(project => Repository.Files(project, ".cs"))
            .Where(file => Namespace().Match(file.Code) is { Success: true } match
                && match.Groups["name"].Value != Path.GetDirectoryName(file.Path)!.Replace('/', '.').Replace('\\', '.'));

        Rule.HasNoException(wrong);
    }

    private static bool IsGenerated(Type type)
        => type.Namespace is "Spotter.Core.Persistence.Sqlite.Migrations" or "Spotter.PostgreSql.Migrations"
            || type.FullName!.Contains('<', StringComparison.Ordinal)
            || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || (type.DeclaringType is { } outer && IsGenerated(outer));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    // In a file with a file-scoped namespace, a type that starts in the first column is not nested.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)+(?:class|record\s+struct|record\s+class|record|struct|interface|enum|delegate\s+[\w<>?,\s]+?)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("(?:Manager|Helper|Helpers|Util|Utils|Utility|Impl)$")]
    private static partial Regex VagueName();
}
