namespace Spotter.Web.Verbs.Doctor;

/// <summary>Looks at one part of an installation. It changes nothing that lasts.</summary>
public interface IExamination
{
    /// <summary>What it looks at, as a heading.</summary>
    string Title { get; }

    /// <summary>Looks, and tells each finding as soon as there is one.</summary>
    IAsyncEnumerable<Finding> LookAsync(CancellationToken cancellationToken);
}
