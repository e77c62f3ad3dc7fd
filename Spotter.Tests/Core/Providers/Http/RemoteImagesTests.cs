using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Providers.Http;

public sealed class RemoteImagesTests : IAsyncLifetime
{
    private readonly ServiceProvider _services = Wire("127.0.0.1");
    private ImageHost _host = null!;

    public async Task InitializeAsync() => _host = await ImageHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_known_by_its_bytes_whatever_it_is_said_to_be()
    {
        var (image, obstacle) = await FetchAsync(_host.Put("cover", ImageHost.Png(1)));

        Assert.Null(obstacle);
        Assert.Equal("image/png", image?.ContentType);
        Assert.Equal(ImageHost.Png(1), image?.Bytes);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused() => await RefusedAsync(_host.Put("cover.png", "<svg onload='x'>"u8.ToArray()), "no JPEG, PNG, WebP or GIF");

    [Fact]
    public async Task A_picture_that_is_gone_is_refused() => await RefusedAsync(_host.AddressOf("gone"), "HTTP 404");

    [Fact]
    public async Task A_picture_of_five_megabytes_is_taken_and_a_longer_one_refused()
    {
        Assert.NotNull((await FetchAsync(_host.Put("long", ImageHost.Png(1, RemoteImages.MaxBytes)))).Image);
        await RefusedAsync(_host.Put("longer", ImageHost.Png(1, RemoteImages.MaxBytes + 1)), "too long");
    }

    [Fact]
    public async Task A_picture_that_does_not_say_how_long_it_is_is_refused_where_it_is_too_long()
    {
        _host.Fail("/endless", async context =>
        {
            // In pieces, so that no length is sent.
            for (var i = 0; i < 24 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(ImageHost.Png(1, 256 * 1024));
                await context.Response.Body.FlushAsync();
            }
        });

        await RefusedAsync(_host.AddressOf("endless"), "too long");
    }

    [Fact]
    public async Task A_machine_of_the_own_network_is_not_called_at_all_unless_it_is_named()
    {
        await using var strict = Wire();

        var (image, obstacle) = await strict.GetRequiredService<RemoteImages>().FetchAsync(_host.Put("cover", ImageHost.Png(1)), default);

        Assert.Null(image);
        Assert.Contains("Sources:PrivateImageHosts", obstacle, StringComparison.Ordinal);
        Assert.Empty(_host.Requests);
    }

    [Fact]
    public async Task A_redirect_is_followed_but_not_into_the_own_network()
    {
        var cover = _host.Put("cover", ImageHost.Png(1));
        Assert.NotNull((await FetchAsync(_host.AddressOf("to/" + cover))).Image);
        _host.Forget();

        // The same machine under a name that is not allowed.
        await RefusedAsync(_host.AddressOf("to/" + cover.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), "private network");
        Assert.Single(_host.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/cover.png")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("al-1234")]
    [InlineData("")]
    public async Task Nothing_but_http_is_an_address(string address)
    {
        Assert.False(RemoteImages.IsAddress(address));
        await RefusedAsync(address, "http or https");
    }

    private static ServiceProvider Wire(params string[] hosts)
    {
        var services = new ServiceCollection();
        services.AddOptions<SourcesOptions>().Configure(options => options.PrivateImageHosts.AddRange(hosts));
        RemoteImages.AddTo(services);
        return services.BuildServiceProvider();
    }

    private async Task RefusedAsync(string address, string why)
    {
        var (image, obstacle) = await FetchAsync(address);
        Assert.Null(image);
        Assert.Contains(why, obstacle, StringComparison.Ordinal);
    }

    private Task<(Spotter.Core.Providers.CoverImage? Image, string? Obstacle)> FetchAsync(string address)
        => _services.GetRequiredService<RemoteImages>().FetchAsync(address, default);
}
