using Spotter.Web.Hosting;
using Spotter.Web.Verbs;

namespace Spotter.Tests.Web.Verbs;

public sealed class VerbListTests
{
    [Theory]
    [InlineData("a verb", true, "health")]
    [InlineData("a verb with arguments", true, "doctor", "--write")]
    [InlineData("a typing error is not taken for a start", true, "helth")]
    [InlineData("what many programs know", true, "--version")]
    [InlineData("help", true, "--help")]
    [InlineData("a start", false)]
    [InlineData("a start with a setting", false, "--urls", "http://127.0.0.1:5090")]
    [InlineData("a setting in another notation", false, "/urls", "http://127.0.0.1:5090")]
    [InlineData("a setting in yet another notation", false, "urls=http://127.0.0.1:5090")]
    [InlineData("what tests and tools give", false, "--environment=Production", "--contentRoot=/srv")]
    public void A_start_and_a_verb_are_told_apart(string why, bool isVerb, params string[] args) => Assert.True(VerbList.IsVerb(args) == isVerb, why);

    [Fact]
    public async Task Help_lists_every_verb_with_its_options()
    {
        var (code, output, _) = await RunAsync("help");

        Assert.Equal(0, code);
        Assert.All(["  health ", "  doctor ", "    --user NAME", "    --write", "  version "], line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_a_verb_is_refused_with_those_that_are()
    {
        var (code, output, error) = await RunAsync("start");

        Assert.Equal(VerbList.NotUnderstood, code);
        Assert.Empty(output);
        Assert.Equal("Spotter does not know \"start\". It knows health, doctor, version and help. Without any of them, it starts.", error.Trim());
    }

    [Fact]
    public async Task An_option_without_its_value_is_refused()
    {
        var (code, _, error) = await RunAsync("doctor", "--user");

        Assert.Equal(VerbList.NotUnderstood, code);
        Assert.Equal("--user needs a value: --user NAME", error.Trim());
    }

    [Fact]
    public void Options_of_a_verb_do_not_swallow_settings()
    {
        var arguments = new VerbArguments([new("--write", null, ""), new("--user", "NAME", "")], ["--write", "--urls", "http://127.0.0.1:1", "--user", "ann"]);

        Assert.True(arguments.Has("--write"));
        Assert.Equal("ann", arguments.Find("--user"));
        Assert.Equal(["--urls", "http://127.0.0.1:1"], arguments.Settings);
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await SpotterVerbs.All.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
