using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The login of Navidrome's native API, limited to five in twenty seconds per address, including successful ones.</summary>
internal sealed class DemoNativeLogin(DemoWorld world)
{
    private const int LoginsPerWindow = 5;
    private static readonly TimeSpan LoginWindow = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _logins = new();

    /// <summary>Returns a token for a user name and password.</summary>
    public async Task<DemoReply> AnswerAsync(HttpContext context)
    {
        if (!TakesAnother())
        {
            return new DemoReply(429, Text: "Too Many Requests");
        }

        LoginForm? form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<LoginForm>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException)
        {
            return DemoReply.Json(422, new JsonObject { ["error"] = "Invalid request payload" });
        }

        if (form?.Username is not { } name || world.FindUser(name) is not { } user || user.Password != form.Password)
        {
            return DemoReply.Json(401, new JsonObject { ["error"] = "Invalid username or password" });
        }

        var salt = DemoIds.Unique()[..6];
        return DemoReply.Json(200, new JsonObject
        {
            ["id"] = DemoNativeApi.UserId(user.Name),
            ["isAdmin"] = user.IsAdmin,
            ["name"] = user.FullName,
            ["subsonicSalt"] = salt,
            ["subsonicToken"] = SubsonicLogin.Token(user.Password, salt),
            ["token"] = DemoTokens.For(user, world),
            ["username"] = user.Name,
        });
    }

    private bool TakesAnother()
    {
        lock (_gate)
        {
            var now = world.Clock.GetUtcNow();
            while (_logins.TryPeek(out var oldest) && now - oldest >= LoginWindow)
            {
                _logins.Dequeue();
            }

            if (_logins.Count >= LoginsPerWindow)
            {
                return false;
            }

            _logins.Enqueue(now);
            return true;
        }
    }

    private sealed record LoginForm(string? Username, string? Password)
    {
        public override string ToString() => nameof(LoginForm);
    }
}
