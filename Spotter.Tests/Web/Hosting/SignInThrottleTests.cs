using System.Net;
using Microsoft.Extensions.Time.Testing;
using Spotter.Web.Hosting;

namespace Spotter.Tests.Web.Hosting;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.2");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public void A_name_is_asked_for_patience_from_every_address_and_in_every_spelling()
    {
        Fail(SignInThrottle.FailuresByName, _ => "Anna", Here);
        Assert.NotNull(_throttle.FindNextTry("anna ", There));
        Assert.Null(_throttle.FindNextTry("Bert", There));
    }

    [Fact]
    public void An_address_that_tries_many_names_is_asked_for_patience()
    {
        Fail(SignInThrottle.FailuresByAddress, i => $"name {i}", Here);
        Assert.NotNull(_throttle.FindNextTry("somebody else", Here));
        Assert.Null(_throttle.FindNextTry("somebody else", There));
    }

    [Fact]
    public void Addresses_of_one_IPv6_network_count_as_one()
    {
        for (var i = 1; i <= SignInThrottle.FailuresByAddress; i++)
        {
            _throttle.CountFailure($"name {i}", IPAddress.Parse($"2001:db8:1:2::{i}"));
        }

        Assert.NotNull(_throttle.FindNextTry("somebody else", IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.Null(_throttle.FindNextTry("somebody else", IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void The_next_try_comes_when_the_oldest_failure_that_counts_is_over()
    {
        Fail(1, _ => "Anna", Here);
        _time.Advance(TimeSpan.FromMinutes(2));
        Fail(SignInThrottle.FailuresByName - 1, _ => "Anna", Here);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(3), _throttle.FindNextTry("Anna", There));
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(_throttle.FindNextTry("Anna", There));
    }

    [Fact]
    public void The_right_password_forgives_the_name_but_not_the_address()
    {
        Fail(SignInThrottle.FailuresByName - 1, _ => "Anna", Here);
        _throttle.Forgive("Anna");
        Fail(1, _ => "Anna", Here);
        Assert.Null(_throttle.FindNextTry("Anna", Here));
        Fail(SignInThrottle.FailuresByAddress - SignInThrottle.FailuresByName, i => $"name {i}", Here);
        Assert.NotNull(_throttle.FindNextTry("Anna", Here));
    }

    [Fact]
    public void Many_names_tried_once_are_forgotten_again()
    {
        Fail(1_500, i => $"name {i}", Here);
        _time.Advance(SignInThrottle.Window);
        Fail(1, _ => "Anna", There);
        Assert.Null(_throttle.FindNextTry("name 1", Here));
    }

    private void Fail(int times, Func<int, string> name, IPAddress address)
    {
        for (var i = 0; i < times; i++)
        {
            _throttle.CountFailure(name(i), address);
        }
    }
}
