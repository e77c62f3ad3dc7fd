using System.Text;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Gets a password that is neither an argument, which other users of the machine see, nor shown.</summary>
public static class PasswordPrompt
{
    /// <summary>The password from the environment variable, from a pipe, or from the keyboard.</summary>
    public static string Read(string user, string variable, TextWriter output)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given)
        {
            return given;
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        output.Write($"Password of {user} on the music server: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        output.WriteLine();
        return typed.ToString();
    }
}
