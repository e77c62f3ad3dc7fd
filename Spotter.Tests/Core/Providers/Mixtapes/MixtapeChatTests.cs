using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Mixtapes;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Mixtapes;

/// <summary>The model over real HTTP, with pauses that end at once.</summary>
public sealed class MixtapeChatTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    private readonly TestDatabase _database = new();
    private readonly HastyClock _clock = new(Patience, SourceResilience.TotalOf(Patience));
    private ModelDouble _model = null!;

    public async Task InitializeAsync() => _model = await ModelDouble.StartAsync();

    public Task DisposeAsync() => _model.DisposeAsync().AsTask();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_question_goes_out_as_data_and_its_answer_comes_with_its_cost()
    {
        _model.Answer(ModelDouble.Say("Hello", tokens: 321));

        var reply = await AskAsync();

        Assert.Equal(("Hello", 321, false, null), (reply.Text, reply.Tokens, reply.IsCut, reply.Refusal));
        var body = Assert.Single(_model.Asked);
        Assert.Equal(["system", "user"], body["messages"]!.AsArray().Select(message => message!["role"]!.GetValue<string>()));
        Assert.Equal("""{"wish":"sea"}""", body["messages"]![1]!["content"]!.GetValue<string>());
        Assert.Equal("json_schema", body["response_format"]!["type"]!.GetValue<string>());
        Assert.Equal("", Assert.Single(_model.Keys));
    }

    [Theory]
    [InlineData(true, "json_schema", "json_object")]
    [InlineData(false, "json_schema", "json_object", null)]
    public async Task A_server_that_knows_no_schema_is_asked_in_the_next_simpler_way_and_that_is_remembered(bool knowsJson, params string?[] forms)
    {
        _model.Formats.Remove("json_schema");
        _ = knowsJson || _model.Formats.Remove("json_object");
        await using var services = Wire();

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal([.. forms, forms[^1]], _model.Asked.Select(body => body["response_format"]?["type"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_server_that_does_not_count_costs_nothing_that_is_known()
    {
        _model.Answer(ModelDouble.Say("x", tokens: null));

        Assert.Null((await AskAsync()).Tokens);
    }

    [Fact]
    public async Task A_refusal_of_the_model_and_an_answer_that_was_cut_off_are_told_apart()
    {
        _model.Answer(ModelDouble.Say(null, refusal: "I will\u0007 not."));
        _model.Answer(ModelDouble.Say("{\"songs\":[", finish: "length"));

        Assert.Equal("I will not.", (await AskAsync()).Refusal);
        Assert.True((await AskAsync()).IsCut);
    }

    [Fact]
    public async Task The_key_is_sent_and_told_to_nobody()
    {
        _model.NeedsKey = true;
        Assert.Equal("", (await AskAsync(("Mixtapes:ApiKey", ModelDouble.Key))).Refusal ?? "");
        Assert.Equal($"Bearer {ModelDouble.Key}", Assert.Single(_model.Keys));

        var refused = await FailsAsync(("Mixtapes:ApiKey", "sk-wrong-and-secret"));
        Assert.Equal(ProviderFailure.Unauthorized, refused.Failure);
        Assert.DoesNotContain("sk-wrong", refused.ToString(), StringComparison.Ordinal);

        _model.Fail("/v1", 400, ModelDouble.Error("no, sk-wrong-and-secret", "x"));
        _model.Fail("/v1", 400, ModelDouble.Error("no, sk-wrong-and-secret", "x"));
        _model.Fail("/v1", 400, ModelDouble.Error("no, sk-wrong-and-secret", "x"));
        var quoted = await FailsAsync(("Mixtapes:ApiKey", "sk-wrong-and-secret"));
        Assert.Equal((ProviderFailure.Malformed, true), (quoted.Failure, quoted.Words.Contains("“no, …”", StringComparison.Ordinal)));
        Assert.DoesNotContain("sk-wrong", quoted.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named()
    {
        var failure = await FailsAsync(("Mixtapes:Model", "huge"));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Contains("“huge”", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_wait_is_waited_for_and_a_long_one_is_kept_for_everybody()
    {
        _model.Fail("/v1", 429, ModelDouble.Error("slow down", "rate_limit"), TimeSpan.FromSeconds(5));
        await AskAsync();
        Assert.Equal(2, _model.Requests.Count);

        _model.Fail("/v1", 429, ModelDouble.Error("quota", "rate_limit"), TimeSpan.FromHours(3));
        var told = await FailsAsync();
        Assert.Equal(ProviderFailure.Unavailable, told.Failure);
        Assert.InRange(told.RetryAt!.Value - _clock.GetUtcNow(), TimeSpan.FromMinutes(179), TimeSpan.FromHours(3));
        Assert.Equal(3, _model.Requests.Count);

        // Another process of the same installation.
        Assert.Equal(told.RetryAt.Value, (await FailsAsync()).RetryAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal(3, _model.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_out_of_order_is_asked_once_and_not_stormed(int status)
    {
        _model.Fail("/v1", status, ModelDouble.Error("the model is loading", "x"));

        var failure = await FailsAsync();

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.Contains("“the model is loading”", failure.Words, StringComparison.Ordinal);
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task A_server_that_thinks_too_long_is_given_up_at_the_configured_time()
    {
        var left = new TaskCompletionSource();
        _model.Fail("/v1", async context =>
        {
            await using var _ = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        });

        var asking = FailsAsync();
        await _clock.ExpireAsync(Patience);

        Assert.Equal("The model server did not answer for 300 seconds. Nothing was changed.", (await asking).Words);
    }

    [Fact]
    public async Task A_server_that_is_not_there_could_not_be_reached()
    {
        var failure = await FailsAsync(("Mixtapes:Endpoint", "http://127.0.0.1:1/v1"));

        Assert.Equal((ProviderFailure.Unavailable, "The model server could not be reached. Nothing was changed."), (failure.Failure, failure.Words));
    }

    [Theory]
    [InlineData("<html>Sign in to the proxy</html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"message":"hi"}]}""")]
    [InlineData("""{"choices":7}""")]
    public async Task What_is_no_answer_of_such_a_server_could_not_be_read(string body)
    {
        _model.Fail("/v1", context => context.Response.WriteAsync(body));

        Assert.Equal(ProviderFailure.Malformed, (await FailsAsync()).Failure);
    }

    [Fact]
    public async Task An_envelope_of_endless_depth_and_one_of_endless_length_are_refused()
    {
        _model.Fail("/v1", context => context.Response.WriteAsync("{\"choices\":" + new string('[', 100_000)));
        Assert.Equal(ProviderFailure.Malformed, (await FailsAsync()).Failure);

        _model.Fail("/v1", context => context.Response.WriteAsync(new string(' ', 33 * 1024 * 1024)));
        Assert.Equal(ProviderFailure.Malformed, (await FailsAsync()).Failure);
    }

    [Fact]
    public async Task Nothing_is_configured_and_nothing_is_asked()
    {
        await using var services = Wire(("Mixtapes:Endpoint", ""), ("Mixtapes:Model", ""));

        Assert.False(services.GetRequiredService<MixtapeChat>().IsConfigured);
    }

    private ServiceProvider Wire(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IServicePauses>(new ServicePauses(_database));
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSettings([("Mixtapes:Endpoint", _model.Endpoint), ("Mixtapes:Model", ModelDouble.Model), .. settings]);
        services.AddMixtapes();
        return services.BuildServiceProvider();
    }

    private static Task<MixtapeReply> AskAsync(ServiceProvider services)
        => services.GetRequiredService<MixtapeChat>().AskAsync("Choose.", """{"wish":"sea"}""", default);

    private async Task<MixtapeReply> AskAsync(params (string Key, string Value)[] settings)
    {
        await using var services = Wire(settings);
        return await AskAsync(services);
    }

    private Task<ProviderException> FailsAsync(params (string Key, string Value)[] settings)
        => Assert.ThrowsAsync<ProviderException>(() => AskAsync(settings));
}
