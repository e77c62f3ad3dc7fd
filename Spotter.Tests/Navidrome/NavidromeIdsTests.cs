using CsCheck;
using Spotter.Navidrome;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeIdsTests
{
    // The first pair was seen on a real server (perminder-klair/subwave#1699); the others are in the tests of Navidrome's own migration.
    [Theory]
    [InlineData("22 letters that are more than 128 bits: a random id since 0.55", "KhehcqGKwAIL6Ux3Ah0yDC", "6owyzFEyktb6jxHvAYbn6w")]
    [InlineData("the greatest of them", "zzzzzzzzzzzzzzzzzzzzzz", "3LyqmwQBm5IRqlVjNYASwb")]
    [InlineData("32 hexadecimal digits: an id from before 0.55", "e3b7fc2ae9447bbec37a13bf916e3cf6", "6VHl3uR4kss6sUPKA8Cwnk")]
    [InlineData("a UUID", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "7rke2SAWaicSeSYzkhww6R")]
    [InlineData("22 letters that are a hash stay", "5cLJPkLA5DK2BADhoeotPk", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("another server's number stays", "tr-1234", "tr-1234")]
    [InlineData("22 characters that are no such number stay", "Ada-Album-Harbour-Ba-l", "Ada-Album-Harbour-Ba-l")]
    [InlineData("36 characters that are no UUID stay", "f47ac10b-58cc-4372-a567-0e02b2c3d4zz", "f47ac10b-58cc-4372-a567-0e02b2c3d4zz")]
    [InlineData("32 characters that are not hexadecimal stay", "+3b7fc2ae9447bbec37a13bf916e3cf6", "+3b7fc2ae9447bbec37a13bf916e3cf6")]
    public void An_old_id_becomes_what_the_upgrade_makes_of_it(string why, string before, string after)
        => Assert.True(after == NavidromeIds.Translate(before), $"{why}: {NavidromeIds.Translate(before)}");

    [Fact]
    public void An_id_that_was_translated_stays_as_it_is()
        => Gen.OneOf(Gen.Guid.Select(id => id.ToString()), Gen.Guid.Select(id => id.ToString("N")), Gen.Char.AlphaNumeric.Array[22].Select(letters => new string(letters)))
            .Sample(id =>
            {
                var once = NavidromeIds.Translate(id);
                Assert.Equal(22, once.Length);
                Assert.Equal(once, NavidromeIds.Translate(once));
            });
}
