using System.Net;
using Spotter.Core.Providers.Http;

namespace Spotter.Tests.Core.Providers.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("seconds", 429, "Retry-After", "7", 7)]
    [InlineData("hours", 429, "Retry-After", "21600", 21600)]
    [InlineData("a date", 429, "Retry-After", "Sun, 01 Mar 2026 12:01:00 GMT", 60)]
    [InlineData("a date gone by is at least a second", 429, "Retry-After", "Sun, 01 Mar 2026 11:00:00 GMT", 1)]
    [InlineData("a year is a broken header", 429, "Retry-After", "31536000", 172800)]
    [InlineData("ListenBrainz names the rest of its window", 429, "X-RateLimit-Reset-In", "4", 4)]
    [InlineData("too many, and no more said", 429, "X-Nothing", "1", 10)]
    [InlineData("out of order, with a time", 503, "Retry-After", "30", 30)]
    [InlineData("out of order, without one", 503, "X-Nothing", "1", null)]
    [InlineData("a good answer asks for nothing", 200, "Retry-After", "30", null)]
    public void The_wait_that_a_service_asks_for(string why, int status, string header, string value, int? seconds)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal((why, seconds), (why, (int?)RetryAfter.Of(response, Now)?.TotalSeconds));
    }

    [Theory]
    [InlineData("0", "8", 8)]
    [InlineData("1", "8", null)]
    [InlineData("0", "3600", null)]
    [InlineData("0", "soon", null)]
    public void A_window_that_is_used_up_is_waited_for(string remaining, string resetIn, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.Add("X-RateLimit-Remaining", remaining);
        response.Headers.Add("X-RateLimit-Reset-In", resetIn);

        Assert.Equal(seconds, (int?)RetryAfter.Exhausted(response)?.TotalSeconds);
    }
}
