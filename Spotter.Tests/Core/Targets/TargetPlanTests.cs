using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class TargetPlanTests
{
    private static readonly TargetPlan Plan = new("t", "Road trip", "", ["a", "b"]);

    [Fact]
    public void An_approval_is_for_this_target_and_this_content_in_this_order()
    {
        TargetPlan[] others =
        [
            Plan with { TargetId = null },
            Plan with { TargetId = "u" },
            Plan with { SongIds = ["b", "a"] },
            Plan with { SongIds = ["ab"] },
            Plan with { SongIds = ["a", "b", "b"] },
        ];

        Assert.All(others, other => Assert.NotEqual(Plan.Fingerprint, other.Fingerprint));
        Assert.Equal(Plan.Fingerprint, (Plan with { Name = "Other", Comment = "Other" }).Fingerprint);
    }

    [Fact]
    public void Fingerprints_stay_what_they_are_since_they_are_stored()
    {
        var whole = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("t\u001Fa\u001Fb")));

        Assert.Equal(whole[..32], Plan.Fingerprint);
        Assert.Equal(TargetPlan.FingerprintOf(["", "a"]), new TargetPlan(null, "", "", ["a"]).Fingerprint);
    }
}
