using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>The server calls functions in the browser by name, which no compiler checks.</summary>
public sealed partial class BrowserScriptTests
{
    [Fact]
    public void Every_function_that_is_called_in_the_browser_is_defined_there()
    {
        var scripts = string.Join('\n', Repository.Files("Spotter.Web/wwwroot", ".js").Select(file => file.Text));
        var called = Repository.Files("Spotter.Web", ".cs", ".razor").SelectMany(file => Calls().Matches(file.Text).Select(call => call.Groups["name"].Value)).Distinct().ToList();

        Assert.Contains("textOf", called);
        Rule.HasNoException(called.Where(name => !Regex.IsMatch(scripts, $@"(\bspotter\.{name} = |^    {name}: )", RegexOptions.Multiline)));
    }

    [GeneratedRegex(@"""spotter\.(?<name>(?!js"")[A-Za-z]+)""")]
    private static partial Regex Calls();
}
