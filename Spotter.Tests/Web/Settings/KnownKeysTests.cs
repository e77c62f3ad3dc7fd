using Spotter.Tests.Support;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Settings;

public sealed class KnownKeysTests
{
    [Theory]
    [InlineData("Navidrome:BaseURI", "Navidrome:BaseURI is not a setting and has no effect. Did you mean Navidrome:BaseUrl?")]
    [InlineData("Navidrom:BaseUrl", "Navidrom is not a setting and has no effect. Did you mean Navidrome?")]
    [InlineData("PublicURI", "PublicURI is not a setting and has no effect. Did you mean PublicUrl?")]
    [InlineData("PlaylistSync:Corn", "PlaylistSync:Corn is not a setting and has no effect. Did you mean PlaylistSync:Cron?")]
    [InlineData("Sources:RefreshCorn", "Sources:RefreshCorn is not a setting and has no effect. Did you mean Sources:RefreshCron?")]
    [InlineData("Sources:Spotfy:ClientId", "Sources:Spotfy is not a setting and has no effect. There are: RefreshCron, PrivateImageHosts, Deezer, Files, LastFm, ListenBrainz, Spotify.")]
    [InlineData("Mixtapes:Url", "Mixtapes:Url is not a setting and has no effect. There are: Endpoint, Model, ApiKey, TimeoutSeconds.")]
    [InlineData("Matching:MinLaed", "Matching:MinLaed is not a setting and has no effect. There are: MinMatchConfidence, ReviewConfidence, MaxCandidates, MusicBrainz.")]
    [InlineData("ForwardedHeaders:KnownProxy:0", "ForwardedHeaders:KnownProxy is not a setting and has no effect. Did you mean ForwardedHeaders:KnownProxies?")]
    [InlineData("DataProtection:KeyPath", "DataProtection:KeyPath is not a setting and has no effect. Did you mean DataProtection:KeysPath?")]
    public void A_key_that_is_no_setting_is_named_with_the_one_that_was_meant(string key, string line)
    {
        var configuration = AllSettings.Configuration((key, "x"));

        Assert.Equal([line], KnownKeys.FindUnknown(configuration, AllSettings.Sections));
        if (!key.StartsWith("Navidrom:", StringComparison.Ordinal))
        {
            SpotterSettings.Read(configuration, "/srv/spotter", AllSettings.Sections); // and stops no start
        }
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Endpoints:Web:Url")]
    [InlineData("Navidrome:BaseUrl")]
    [InlineData("navidrome:baseurl")]
    [InlineData("Navidrome:BaseUrl:FILE")]
    [InlineData("Navidrome:ExtraHeaders:X-Api-Key")]
    [InlineData("ForwardedHeaders:KnownNetworks:0")]
    [InlineData("Sources:Spotify:ClientId")]
    [InlineData("Matching:MinLead")]
    public void What_is_a_setting_or_nothing_of_ours_is_not_named(string key)
        => Assert.Empty(KnownKeys.FindUnknown(AllSettings.Configuration((key, "x")), AllSettings.Sections));
}
