using Spotter.Navidrome.Native;

namespace Spotter.Tests.Navidrome.Native;

public sealed class ServerEventReadingTests
{
    private const string Running = """{"scanning":true,"count":3,"folderCount":3,"error":"","scanType":"quick","elapsedTime":222166842}""";
    private const string Ended = """{"scanning":false,"count":12,"folderCount":12,"error":"","scanType":"quick","elapsedTime":231649180}""";

    private readonly ServerEventReading _reading = new();

    [Fact]
    public void The_end_of_a_scan_is_heard_once()
    {
        Assert.False(Hear("scanStatus", Running));
        Assert.False(Hear("scanStatus", Running));
        Assert.True(Hear("scanStatus", Ended));
        Assert.False(Hear("scanStatus", Ended));
        Assert.False(Hear("scanStatus", Running));
        Assert.True(Hear("scanStatus", Ended));
    }

    [Fact]
    public void The_end_of_a_scan_whose_beginning_nobody_heard_counts()
    {
        Hear("scanStatus", Ended);
        _reading.BeginConnection();

        Assert.True(Hear("scanStatus", Ended));
    }

    [Fact]
    public void Of_a_start_only_another_one_counts()
    {
        Assert.False(Hear("serverStart", """{"startTime":"2026-11-30T07:00:00Z","version":"0.63.2"}"""));
        Assert.False(Hear("serverStart", """{"startTime":"2026-11-30T07:00:00Z","version":"0.63.2"}"""));
        Assert.True(Hear("serverStart", """{"startTime":"2026-11-30T08:00:00Z","version":"0.63.2"}"""));
        Assert.True(Hear("serverStart", """{"startTime":"2026-11-30T08:00:00Z","version":"0.64.0"}"""));
    }

    [Theory]
    [InlineData("keepAlive", """{"ts":1796023084}""")]
    [InlineData("refreshResource", """{"*":"*"}""")]
    [InlineData("scanStatus", "no json")]
    [InlineData("scanStatus", "[]")]
    [InlineData("serverStart", "3")]
    public void Everything_else_is_nothing_to_look_at(string name, string data) => Assert.False(Hear(name, data));

    private bool Hear(string name, string data) => _reading.Hear(new(name, data));
}
