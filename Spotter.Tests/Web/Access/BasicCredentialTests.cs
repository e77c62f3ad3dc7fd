using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Accounts;
using Spotter.Web.Access;

namespace Spotter.Tests.Web.Access;

public sealed class BasicCredentialTests
{
    private static readonly Visitor Anna = new(1, 1, "anna", IsAdmin: false);

    [Theory]
    [InlineData("Basic YW5uYTpzZWNyZXQ=", "anna", "secret")]
    [InlineData("basic YW5uYTpzZTpjcmV0", "anna", "se:cret")]
    [InlineData("Basic w6RubmE6w7w=", "änna", "ü")]
    [InlineData("Basic YW5uYTo=", "anna", "")]
    public void A_header_holds_a_name_and_a_password(string header, string userName, string password)
    {
        var credentials = BasicAuthenticationHandler.Parse(header)!;
        Assert.Equal((userName, password), (credentials.UserName, credentials.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic ???")]
    [InlineData("Basic YW5uYQ==")]
    [InlineData("Basic OnNlY3JldA==")]
    [InlineData("Bearer YW5uYTpzZWNyZXQ=")]
    public void Other_headers_hold_none(string? header) => Assert.Null(BasicAuthenticationHandler.Parse(header));

    [Fact]
    public void An_accepted_password_is_remembered_for_minutes_and_no_other_with_it()
    {
        var time = new FakeTimeProvider();
        var cache = new BasicCredentialCache(time);
        cache.Remember(new Credentials("anna", "secret"), Anna);
        Assert.Equal(Anna, cache.Find(new Credentials("anna", "secret")));
        Assert.Null(cache.Find(new Credentials("anna", "Secret")));
        Assert.Null(cache.Find(new Credentials("ann", "a\0secret")));
        time.Advance(BasicCredentialCache.Lifetime);
        Assert.Null(cache.Find(new Credentials("anna", "secret")));
        Assert.NotNull(cache.FindDevice(new Credentials("anna", "secret")));
        Assert.Null(cache.FindDevice(new Credentials("anna", "Secret")));
        time.Advance(BasicCredentialCache.KnownFor);
        Assert.Null(cache.FindDevice(new Credentials("anna", "secret")));
    }
}
