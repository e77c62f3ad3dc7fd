using System.Net;
using Microsoft.Extensions.Time.Testing;
using Spotter.Web.Access;

namespace Spotter.Tests.Web.Access;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.2");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public async Task A_name_is_asked_for_patience_where_it_was_guessed_at_in_every_spelling_and_nowhere_else()
    {
        await FailAsync(SignInThrottle.FailuresByNameAndAddress, _ => "Anna", _ => Here);
        Assert.NotNull(await NextTryAsync("anna ", Here));
        Assert.Null(await NextTryAsync("Anna", There));
        Assert.Null(await NextTryAsync("Bert", Here));
    }

    [Fact]
    public async Task Failures_that_a_clock_noted_which_was_ahead_keep_nobody_out_when_it_is_right_again()
    {
        _time.AdjustTime(_time.GetUtcNow().AddDays(1));
        await FailAsync(SignInThrottle.FailuresByNameAndAddress, _ => "Anna", _ => Here);
        Assert.NotNull(await NextTryAsync("Anna", Here));

        _time.AdjustTime(_time.GetUtcNow().AddDays(-1));

        Assert.Null(await NextTryAsync("Anna", Here));
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_asked_for_patience()
    {
        await FailAsync(SignInThrottle.FailuresByAddress, i => $"name {i}", _ => Here);
        Assert.NotNull(await NextTryAsync("somebody else", Here));
        Assert.Null(await NextTryAsync("somebody else", There));
    }

    [Fact]
    public async Task A_name_that_is_guessed_at_from_everywhere_is_asked_for_patience_at_last()
    {
        await FailAsync(SignInThrottle.FailuresByName - 1, _ => "Anna", i => new IPAddress([198, 51, 100, (byte)i]));
        Assert.Null(await NextTryAsync("Anna", There));
        await FailAsync(1, _ => "Anna", _ => IPAddress.Parse("203.0.113.1"));
        Assert.NotNull(await NextTryAsync("Anna", There));
    }

    [Fact]
    public async Task A_device_that_was_let_in_before_passes_whatever_others_do_and_may_not_guess_for_ever_itself()
    {
        await FailAsync(SignInThrottle.FailuresByName, _ => "Anna", i => new IPAddress([198, 51, 100, (byte)i]));
        await FailAsync(SignInThrottle.FailuresByAddress, i => $"name {i}", _ => Here);
        Assert.NotNull(await NextTryAsync("Anna", Here));
        Assert.Null(await NextTryAsync("Anna", Here, "anna's"));

        await FailAsync(SignInThrottle.FailuresByDevice, _ => "Anna", _ => Here, "anna's");

        Assert.NotNull(await NextTryAsync("Anna", Here, "anna's"));
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_count_as_one()
    {
        await FailAsync(SignInThrottle.FailuresByAddress, i => $"name {i}", i => IPAddress.Parse($"2001:db8:1:2::{i + 1}"));
        Assert.NotNull(await NextTryAsync("somebody else", IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.Null(await NextTryAsync("somebody else", IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public async Task The_next_try_comes_when_the_oldest_failure_that_counts_is_over()
    {
        await FailAsync(1, _ => "Anna", _ => Here);
        _time.Advance(TimeSpan.FromMinutes(2));
        await FailAsync(SignInThrottle.FailuresByNameAndAddress - 1, _ => "Anna", _ => Here);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(3), await NextTryAsync("Anna", Here));
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(await NextTryAsync("Anna", Here));
    }

    [Fact]
    public async Task The_right_password_forgives_the_name_but_not_the_address()
    {
        await FailAsync(SignInThrottle.FailuresByNameAndAddress - 1, _ => "Anna", _ => Here);
        _throttle.Forgive((await _throttle.BeginAsync("Anna", Here, null, default)).Try!);
        await FailAsync(1, _ => "Anna", _ => Here);
        Assert.Null(await NextTryAsync("Anna", Here));
        await FailAsync(SignInThrottle.FailuresByAddress - SignInThrottle.FailuresByNameAndAddress, i => $"name {i}", _ => Here);
        Assert.NotNull(await NextTryAsync("Anna", Here));
    }

    [Fact]
    public async Task Tries_at_once_wait_for_the_answers_of_those_before_them_and_are_refused_when_those_were_wrong()
    {
        var begun = new List<SignInTry>();
        for (var i = 0; i < SignInThrottle.FailuresByNameAndAddress; i++)
        {
            begun.Add((await _throttle.BeginAsync("Anna", Here, null, default)).Try!);
        }

        var more = Enumerable.Range(0, 10).Select(_ => _throttle.BeginAsync("Anna", Here, null, default)).ToList();
        Assert.All(more, attempt => Assert.False(attempt.IsCompleted));

        begun.ForEach(_throttle.NoteFailure);

        Assert.All(await Task.WhenAll(more), attempt => Assert.NotNull(attempt.NextTry));
    }

    [Fact]
    public async Task Tries_at_once_are_all_let_in_one_after_the_other_when_they_are_right()
    {
        var (inside, most, done) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var (begun, _) = await _throttle.BeginAsync("Anna", Here, null, default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            _throttle.Forgive(begun!);
            Interlocked.Increment(ref done);
        }));

        Assert.Equal(50, done);
        Assert.InRange(most, 1, SignInThrottle.FailuresByNameAndAddress);
    }

    [Fact]
    public async Task A_try_that_nobody_could_answer_does_not_count()
    {
        for (var i = 0; i < 3 * SignInThrottle.FailuresByAddress; i++)
        {
            _throttle.GiveBack((await _throttle.BeginAsync("Anna", Here, null, default)).Try!);
        }

        Assert.Null(await NextTryAsync("Anna", Here));
    }

    [Fact]
    public async Task Many_names_tried_once_are_forgotten_again()
    {
        await FailAsync(1_500, i => $"name {i}", i => new IPAddress([10, 0, (byte)(i / 250), (byte)(i % 250)]));
        _time.Advance(SignInThrottle.Window);
        await FailAsync(1, _ => "Anna", _ => There);
        Assert.Null(await NextTryAsync("name 1", Here));
    }

    private async Task<DateTimeOffset?> NextTryAsync(string userName, IPAddress address, string? device = null)
    {
        var (begun, nextTry) = await _throttle.BeginAsync(userName, address, device, default);
        if (begun is not null)
        {
            _throttle.GiveBack(begun);
        }

        return nextTry;
    }

    private async Task FailAsync(int times, Func<int, string> name, Func<int, IPAddress> address, string? device = null)
    {
        for (var i = 0; i < times; i++)
        {
            _throttle.NoteFailure((await _throttle.BeginAsync(name(i), address(i), device, default)).Try!);
        }
    }
}
