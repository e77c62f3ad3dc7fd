using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Spotter.Web.Access;

/// <summary>Blocks all input to a circuit whose visitor was signed out: clicks, text and calls from scripts.</summary>
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
