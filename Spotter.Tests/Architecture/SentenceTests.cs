using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Core and Navidrome use facts, and only Web has texts. Three words in a row count as a sentence, or as the start of one.</summary>
public sealed partial class SentenceTests
{
    /// <summary>Files whose texts are not for users of the pages or the API, and what they are instead.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["ArchiveParts.cs"] = "names of fields in Apple's files",
        ["BuiltInPersonas.cs"] = "what the model is told, and shown as it is told",
        ["ColumnNames.cs"] = "names of columns in tables",
        ["CsvExport.cs"] = "names of columns in tables",
        ["DecisionTable.cs"] = "names of columns in tables",
        ["ExportifyFormat.cs"] = "names of columns in tables",
        ["HistoryFormats.cs"] = "formats of dates",
        ["LastFmList.cs"] = "names of playlists, stored with them",
        ["MixtapeChat.cs"] = "the schema of the model's answer",
        ["MixtapeQuestion.cs"] = "what the model is told",
        ["MusicBrainzClient.cs"] = "queries",
        ["PlayPeriod.cs"] = "names of playlists, stored with them",
        ["RemoteImages.cs"] = "reasons in the log",
        ["RepeatedWork.cs"] = "reasons in the log",
        ["ServerName.cs"] = "the server's name in sentences that pages write themselves",
        ["SourceHttp.cs"] = "the name by which Spotter calls on services",
        ["SpotifyProviderFactory.cs"] = "the scopes of a sign-in",
        ["SpotterTelemetry.cs"] = "the descriptions of metrics",
        ["TargetCovers.cs"] = "reasons in the log",
        ["TargetMarker.cs"] = "the comment of a playlist on the server, compared with what is there",
        ["WindowsMediaFormat.cs"] = "the name of a program",
    };

    [Fact]
    public void Core_and_Navidrome_hold_no_sentences_for_users()
        => Rule.HasNoException(Product().Where(file => !Allowed.ContainsKey(file.Name))
            .SelectMany(file => SentencesIn(file.Text), (file, sentence) => $"{file.Path}: {sentence}"));

    [Fact]
    public void Every_exception_is_still_one()
        => Assert.Empty(Allowed.Keys.Except(Product().Where(file => SentencesIn(file.Text).Any()).Select(file => file.Name)));

    [Theory]
    [InlineData("""return "Nothing was found.";""", true)]
    [InlineData("""return $"“{name}” could not be read.";""", true)]
    [InlineData("""new Hint("Only for private playlists")""", true)]
    [InlineData("""throw new ProviderException(kind, new Said("It was not found."));""", true)]
    [InlineData("""throw new InvalidOperationException("There is no such step.");""", false)]
    [InlineData("""[LoggerMessage(EventId = 1, Message = "The server was asked.")]""", false)]
    [InlineData("""text.Contains("body too large", StringComparison.Ordinal)""", false)]
    [InlineData("""command.CommandText = "SELECT Id FROM Tracks";""", false)]
    [InlineData("""var name = "Road trip"; // two words, and three in a comment""", false)]
    public void A_sentence_is_recognised(string code, bool isOne) => Assert.Equal(isOne, SentencesIn(code).Any());

    /// <summary>
    /// Leaves out names that never change, what a music server says (Demo), musical terms as data, and settings: their names and limits are
    /// copied to docs/settings.md for administrators.
    /// </summary>
    private static IEnumerable<SourceFile> Product()
        => from project in (string[])["Spotter.Core", "Spotter.Navidrome"]
           from file in Repository.Files(project, ".cs")
           where !Elsewhere().IsMatch(file.Path) && !file.Name.EndsWith("Options.cs", StringComparison.Ordinal)
           select file;

    private static IEnumerable<string> SentencesIn(string source)
        => from text in Repository.TextsOf(source)
           let words = Holes().Replace(text.Value, " ")
           where words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => Word().IsMatch(word)) > 2
               && !Statement().IsMatch(words) && !IsForOthers().IsMatch(text.Before)
           select words.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex("/(Migrations|Demo|Settings)/|/Matching/Text/")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"^[“""(‘]*\p{L}[\p{L}’'-]*[.,:;!?…”"")’]*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER)\b")]
    private static partial Regex Statement();

    /// <summary>An exception for programmers, a log message, the name of a loop for the log, or a text that an answer is compared with.</summary>
    [GeneratedRegex(@"(?<!Provider)Exception\([^;()]*$|LoggerMessage\([^\]]*$|override string Name =>\s*$|(Contains|StartsWith|EndsWith|Equals)\(\s*$")]
    private static partial Regex IsForOthers();
}
