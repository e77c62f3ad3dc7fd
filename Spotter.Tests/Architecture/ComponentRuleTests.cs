using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Spotter.Tests.Support;
using Spotter.Web.Components;

namespace Spotter.Tests.Architecture;

/// <summary>Rules for every page and dialog, so that none can be forgotten.</summary>
public sealed partial class ComponentRuleTests
{
    private static IEnumerable<Type> Components
        => typeof(SpotterComponentBase).Assembly.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract && type.Name != "_Imports");

    [Fact]
    public void Whatever_is_clicked_runs_where_its_trouble_becomes_a_sentence()
        => Rule.HasNoException(Components.Where(type => !typeof(SpotterComponentBase).IsAssignableFrom(type) && !IsAnswer(type) && !typeof(LayoutComponentBase).IsAssignableFrom(type)));

    /// <summary>A page without a circuit cannot show a sentence later: its failure is the request's.</summary>
    [Fact]
    public void What_answers_a_request_lets_its_failure_be_the_answer()
        => Rule.HasNoException(Components.Where(type => typeof(SpotterComponentBase).IsAssignableFrom(type) && type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute))));

    [Fact]
    public void What_is_busy_is_so_no_longer_whatever_happened()
        => Rule.HasNoException(Repository.Files("Spotter.Web/Components", ".cs", ".razor").Where(file => BusyWithoutEnd().IsMatch(file.Code)));

    /// <summary>A notice's action is not an event of the component that shows it.</summary>
    [Fact]
    public void What_a_notice_offers_runs_there_too()
        => Rule.HasNoException(Repository.Files("Spotter.Web/Components", ".cs", ".razor").Where(file => BareAction().IsMatch(file.Code)));

    private static bool IsAnswer(Type type) => type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)) || type.Namespace == "Spotter.Web.Components.Pages.SignIn" || type.Name == "App";

    [GeneratedRegex(@"_is(?:Busy|Saving)\s*=\s*true;(?>\s*(?:_\w+\s*=[^;]*;\s*)*)(?!try\b)")]
    private static partial Regex BusyWithoutEnd();

    [GeneratedRegex(@"options\.OnClick\s*=\s*_\s*=>(?>\s*)(?!TryAsync\()")]
    private static partial Regex BareAction();
}
