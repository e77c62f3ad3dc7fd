using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Spotter.Web.Access;

/// <summary>Lets nothing into a circuit whose visitor was signed out: no click, no text, no call from a script.</summary>
public sealed class CircuitAccessHandler(CircuitAccess access) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next)
        => async context =>
        {
            if (await access.HearsAsync())
            {
                await next(context);
            }
        };
}
