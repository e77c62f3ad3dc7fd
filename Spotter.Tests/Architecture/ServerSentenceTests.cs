using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>A user of gonic reads about gonic: sentences take the server's name from ServerName and never spell one out.</summary>
public sealed partial class ServerSentenceTests
{
    /// <summary>Files that must not name the server, or in which the name is always the same.</summary>
    private static readonly string[] Allowed =
    [
        "ServerName.cs", // the names themselves
        "SignInPage.razor", "SignedOut.razor", "SignInGate.cs", "BasicAuthenticationHandler.cs", "MusicServerHealth.cs", // strangers do not learn which server it is
        "ServerState.cs", // a server that was never asked has no name yet
        "DoctorVerb.cs", "PasswordPrompt.cs", "ServicesExamination.cs", // they ask before any server has answered
        "MusicServerTraits.cs", // releases of Navidrome that differ from this server
    ];

    [Fact]
    public void No_sentence_speaks_of_a_server_without_its_name()
    {
        var spoken = from project in (string[])["Spotter.Core", "Spotter.Navidrome", "Spotter.Web"]
                     from file in Repository.Files(project, ".cs", ".razor")
                     where !Allowed.Contains(file.Name) && !file.Path.Contains("/Demo/", StringComparison.Ordinal)
                     from line in Comments().Replace(file.Text, "").Split('\n')
                     where Speaks().IsMatch(line) && !IsForOthers().IsMatch(line)
                     select $"{file.Path}: {line.Trim()}";

        Rule.HasNoException(spoken);
    }

    /// <summary>A fact takes the server's name as an argument. Navidrome's own interface and the key of its address have the same name
    /// everywhere.</summary>
    [Fact]
    public void No_fact_speaks_of_a_server_without_its_name()
    {
        var spoken = from entry in XDocument.Load(Path.Combine(Repository.Root, "Spotter.Web/Wording/FactTexts.resx")).Root!.Elements("data")
                     let code = (string)entry.Attribute("name")!
                     let text = ((string)entry.Element("value")!).Replace("Navidrome:BaseUrl", "", StringComparison.Ordinal).Replace("Navidrome's own interface", "", StringComparison.Ordinal)
                     where !code.StartsWith("_server", StringComparison.Ordinal) && (Speaks().IsMatch(text) || text.Contains("Navidrome", StringComparison.Ordinal) || text.Contains("gonic", StringComparison.Ordinal))
                     select $"{code}: {text}";

        Rule.HasNoException(spoken);
    }

    /// <summary>What is stored or thrown is a fact. Texts about files, links and forms go to the page that asked, which shows them at
    /// once.</summary>
    [Fact]
    public void No_failure_of_a_provider_carries_a_sentence()
    {
        var sentences = from project in (string[])["Spotter.Core", "Spotter.Navidrome"]
                        from file in Repository.Files(project, ".cs")
                        where SaysSo().IsMatch(file.Code)
                        select file.Path;

        Rule.HasNoException(sentences);
    }

    [Theory]
    [InlineData("""Text = "The playlist on the server was left as it is.";""", true)]
    [InlineData("""<p>This playlist lives on the music server itself.</p>""", true)]
    [InlineData("""<MudMenuItem>Open in Navidrome</MudMenuItem>""", true)]
    [InlineData("""Text = $"The playlist {server.Place} was left as it is.";""", false)]
    [InlineData("""throw Bad("Navidrome:BaseUrl", address)""", false)]
    [InlineData("""using Spotter.Navidrome.Subsonic;""", false)]
    public void Such_a_sentence_is_recognised(string line, bool isOne) => Assert.Equal(isOne, Speaks().IsMatch(line));

    /// <summary>Texts for the log's reader, and the description of the API, which is the same for everybody.</summary>
    [GeneratedRegex(@"Message = ""|WithSummary\(|Describe\(|Description = ""|MapGet\(|MapPost\(")]
    private static partial Regex IsForOthers();

    [GeneratedRegex(@"\b[Tt]he (music )?server\b|(?<=[a-z,] )Navidrome\b(?!:| =)|\bNavidrome (is|has|was|did|does|could|refuses|takes)\b")]
    private static partial Regex Speaks();

    /// <summary>A fact made from a sentence. Only the code that reads old rows may do that.</summary>
    [GeneratedRegex(@"new Fact\.SaidBefore\((?!text\))")]
    private static partial Regex SaysSo();

    [GeneratedRegex(@"@\*.*?\*@|(?<=^\s*)//.*?$|(?<=\s)// .*?$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();
}
