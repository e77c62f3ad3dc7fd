namespace Spotter.Tests.Navidrome.Faults;

/// <summary>What goes wrong at one request of such a write.</summary>
internal enum LongListMishap
{
    Refused,
    ReplyLost,
    ServerError,
    LoginPage,
    RefusedFromHereOn,
    ReplyLostThenRefused,
    KilledBeforeItActs,
    KilledAfterItActed,
    SomebodyAdds,
    SomebodyAddsAndItIsRefused,
    SomebodyTakesOut,
}
