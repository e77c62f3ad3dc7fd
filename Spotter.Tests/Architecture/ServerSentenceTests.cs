using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Whoever has gonic reads of gonic: sentences take the server's name from ServerName and write none down.</summary>
public sealed partial class ServerSentenceTests
{
    /// <summary>Where no name is to be told, or where it is always the same one.</summary>
    private static readonly string[] Allowed =
    [
        "ServerName.cs", // the words themselves
        "SignInPage.razor", "SignedOut.razor", "Entrance.cs", "BasicAuthenticationHandler.cs", "MusicServerHealth.cs", // strangers are not told which server it is
        "ServerState.cs", // one that was never asked has no name yet
        "NativeClient.cs", // Navidrome's own interface
        "MusicServerTraits.cs", // which releases of Navidrome do what this server does not
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

    [Theory]
    [InlineData("""Text = "The playlist on the server was left as it is.";""", true)]
    [InlineData("""<p>This playlist lives on the music server itself.</p>""", true)]
    [InlineData("""<MudMenuItem>Open in Navidrome</MudMenuItem>""", true)]
    [InlineData("""Text = $"The playlist {server.Place} was left as it is.";""", false)]
    [InlineData("""throw Bad("Navidrome:BaseUrl", address)""", false)]
    [InlineData("""using Spotter.Navidrome.Subsonic;""", false)]
    public void Such_a_sentence_is_recognised(string line, bool isOne) => Assert.Equal(isOne, Speaks().IsMatch(line));

    /// <summary>What whoever runs Spotter reads in its log, and the description of the interface for scripts, which is the same for everybody.</summary>
    [GeneratedRegex(@"Message = ""|WithSummary\(|Describe\(|Description = ""|MapGet\(|MapPost\(")]
    private static partial Regex IsForOthers();

    [GeneratedRegex(@"\b[Tt]he (music )?server\b|(?<=[a-z,] )Navidrome\b(?!:| =)|\bNavidrome (is|has|was|did|does|could|refuses|takes)\b")]
    private static partial Regex Speaks();

    [GeneratedRegex(@"@\*.*?\*@|(?<=^\s*)//.*?$|(?<=\s)// .*?$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();
}
