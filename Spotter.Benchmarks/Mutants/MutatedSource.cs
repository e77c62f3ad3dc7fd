using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Spotter.Benchmarks.Mutants;

/// <summary>
/// Writes every possible fault of a source file into it, each behind its own switch: one build contains them all, and every line keeps its
/// number. Faults that do not compile are listed in <c>dropped</c> the next time.
/// </summary>
internal sealed class MutatedSource
{
    /// <summary>The class whose <c>Is(n)</c> says whether fault n is switched on.</summary>
    public const string Switch = "global::Spotter.Core.MutantSwitch.Is";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy", ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault", ["Any"] = "All", ["All"] = "Any", ["Min"] = "Max", ["Max"] = "Min", ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy",
        ["Skip"] = "Take", ["Take"] = "Skip", ["StartsWith"] = "EndsWith", ["EndsWith"] = "StartsWith",
    };

    /// <summary>Collections whose constructor takes an initial capacity.</summary>
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal) { "List", "Dictionary", "HashSet", "Queue", "Stack", "StringBuilder" };

    private static readonly Dictionary<SyntaxKind, string> Swaps = new()
    {
        [SyntaxKind.LessThanExpression] = "<=", [SyntaxKind.LessThanOrEqualExpression] = "<", [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">", [SyntaxKind.EqualsExpression] = "!=", [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.AddExpression] = "-", [SyntaxKind.SubtractExpression] = "+", [SyntaxKind.MultiplyExpression] = "/", [SyntaxKind.DivideExpression] = "*",
    };

    private readonly string _file;
    private readonly IReadOnlySet<int> _dropped;
    private readonly List<Mutant> _mutants = [];
    private int _nextId;

    private MutatedSource(string file, int firstId, IReadOnlySet<int> dropped)
    {
        _file = file;
        _nextId = firstId;
        _dropped = dropped;
    }

    /// <summary>The source with its faults.</summary>
    /// <param name="file">Its name, for the report.</param>
    /// <param name="source">Its text.</param>
    /// <param name="firstId">The number of its first fault. The numbers of a file stay the same whatever is dropped.</param>
    /// <param name="dropped">Faults to leave out.</param>
    /// <returns>The text, the faults in it, and the number after the last one.</returns>
    public static (string Text, IReadOnlyList<Mutant> Mutants, int NextId) Of(string file, string source, int firstId, IReadOnlySet<int> dropped)
    {
        var root = CSharpSyntaxTree.ParseText(source, Language).GetRoot();
        if (root.ContainsDiagnostics)
        {
            return (source, [], firstId);
        }

        var mutated = new MutatedSource(file, firstId, dropped);
        var text = mutated.Render(root);
        return (text, mutated._mutants, mutated._nextId);
    }

    /// <summary>The faults that a message of the compiler is about: the innermost around its place, else all of the member that it is in.</summary>
    /// <param name="text">The mutated text.</param>
    /// <param name="line">The line of the message, counted from 1.</param>
    /// <param name="column">The column, counted from 1.</param>
    public static IReadOnlyList<int> Blame(string text, int line, int column)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Language);
        var place = tree.GetText().Lines[line - 1].Start + column - 1;
        var node = tree.GetRoot().FindToken(place).Parent;
        for (var around = node; around is not null and not MemberDeclarationSyntax; around = around.Parent)
        {
            SyntaxNode? condition = around switch
            {
                ConditionalExpressionSyntax choice => choice.Condition,
                IfStatementSyntax statement => statement.Condition,
                BinaryExpressionSyntax both => both.Left,
                _ => null,
            };
            if (condition is not null && Ids(condition).Take(2).ToList() is [var id] && condition.ToString() is var words
                && (words == $"{Switch}({id})" || words == $"!{Switch}({id})"))
            {
                return [id];
            }
        }

        return [.. Ids(node?.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not BaseTypeDeclarationSyntax) ?? tree.GetRoot())];
    }

    private static IEnumerable<int> Ids(SyntaxNode node)
        => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == Switch)
            .Select(call => int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture));

    private string Render(SyntaxNode node)
    {
        if (IsOutOfBounds(node))
        {
            return node.ToFullString();
        }

        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both)
        {
            return RenderBoth(both);
        }

        var text = new StringBuilder();
        foreach (var child in node.ChildNodesAndTokens())
        {
            text.Append(child.AsNode() is { } inner ? Render(inner) : child.AsToken().ToFullString());
        }

        return Within(node, text.ToString(), core => Mutate(node, core));
    }

    /// <summary>A condition of two sides, one of which is ignored. Neither is written twice, so that it may declare a variable.</summary>
    private string RenderBoth(BinaryExpressionSyntax both)
    {
        var (left, right, sign) = (both.Left, both.Right, both.OperatorToken.Text);
        var isAnd = sign == "&&";
        var (leftText, rightText) = (Render(left), Render(right));
        var neutral = isAnd ? "true" : "false";
        string Unless(int id, string core) => isAnd ? $"({Switch}({id}) || ({core}))" : $"(!{Switch}({id}) && ({core}))";
        if (!Declares(right) && Add(both, $"{Flat(left)} {sign} {neutral}") is { } withoutRight)
        {
            rightText = Within(right, rightText, core => Unless(withoutRight, core));
        }

        if (!Declares(left) && !(isAnd ? IsSieve(left) : IsShortcut(left)) && Add(both, $"{neutral} {sign} {Flat(right)}") is { } withoutLeft)
        {
            leftText = Within(left, leftText, core => Unless(withoutLeft, core));
        }

        return leftText + both.OperatorToken.ToFullString() + rightText;
    }

    /// <summary>Changes the text between the whitespace and comments at its ends.</summary>
    private static string Within(SyntaxNode node, string text, Func<string, string> change)
    {
        var (before, after) = (node.GetLeadingTrivia().ToFullString(), node.GetTrailingTrivia().ToFullString());
        return before + change(text[before.Length..^after.Length]) + after;
    }

    /// <summary>
    /// Code without faults: constants and patterns must be known to the compiler, and no test covers log messages, initial capacities, when
    /// memory is released, how a hash is computed, or what happens to a caller that violates the types.
    /// </summary>
    private static bool IsOutOfBounds(SyntaxNode node)
        => node is AttributeListSyntax or PatternSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or CaseSwitchLabelSyntax or UsingDirectiveSyntax
            or InterpolationAlignmentClauseSyntax
            || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
            || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword))
            || (node is ExpressionStatementSyntax statement && (IsTelemetry(statement.ToString()) || IsHousekeeping(statement.Expression)))
            || node is StackAllocArrayCreationExpressionSyntax
            || (node is ConditionalExpressionSyntax room && (room.WhenTrue is StackAllocArrayCreationExpressionSyntax || room.WhenFalse is StackAllocArrayCreationExpressionSyntax))
            || (node is ArgumentListSyntax arguments && IsCapacity(arguments))
            || (node is MethodDeclarationSyntax { Identifier.Text: "GetHashCode" })
            || (node is ClassDeclarationSyntax { Identifier.Text: "Log" })
            || (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } });

    private static bool IsTelemetry(string statement)
        => statement.StartsWith("Log.", StringComparison.Ordinal) || statement.StartsWith("activity?", StringComparison.Ordinal)
            || statement.StartsWith("SpotterTelemetry.", StringComparison.Ordinal);

    private static bool IsHousekeeping(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => IsHousekeeping(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait", Expression: var awaited } } => IsHousekeeping(awaited),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.Text is "Dispose" or "DisposeAsync" or "EnsureCapacity" or "TrimExcess"
            || access.Name.Identifier.Text.StartsWith("ThrowIf", StringComparison.Ordinal)
            || access.Expression.ToString() is "GC"
            || (access.Name.Identifier.Text == "Return" && access.Expression.ToString().StartsWith("ArrayPool<", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsCapacity(ArgumentListSyntax arguments) => arguments.Parent switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => HasCapacity(type),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } } => HasCapacity(type),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" or "Rent" } } => true,
        _ => false,
    };

    /// <summary>The product's own builders are told how much to expect, as collections are.</summary>
    private static bool HasCapacity(TypeSyntax type) => type switch
    {
        SimpleNameSyntax { Identifier.Text: var name } => Collections.Contains(name),
        QualifiedNameSyntax { Right.Identifier.Text: var name } => name == "Builder" || Collections.Contains(name),
        _ => false,
    };

    /// <summary>The same object is always equal: this check only saves time.</summary>
    private static bool IsShortcut(ExpressionSyntax side)
        => side is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "ReferenceEquals" } };

    /// <summary>A cheap question whose "no" is certain, before a dear one that decides: it saves time only. Such methods are called <c>MayHold…</c>.</summary>
    private static bool IsSieve(ExpressionSyntax side)
        => side is InvocationExpressionSyntax { Expression: var called }
            && (called is MemberAccessExpressionSyntax access ? access.Name : called as SimpleNameSyntax)?.Identifier.Text.StartsWith("MayHold", StringComparison.Ordinal) == true;

    /// <summary>The same for a variable <c>mayHold…</c>: where it is true, the dear question is asked, and decides.</summary>
    private static bool IsSieve(LiteralExpressionSyntax no)
        => no.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: var name } } && name.StartsWith("mayHold", StringComparison.Ordinal);

    private string Mutate(SyntaxNode node, string text) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Replace(either, text, Flat(either.Right)),
        BinaryExpressionSyntax binary when Swaps.TryGetValue(binary.Kind(), out var sign) && !IsText(binary.Left) && !IsText(binary.Right) && !IsLimit(binary)
            => Replace(binary, text, $"{Flat(binary.Left)} {sign} {Flat(binary.Right)}"),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Replace(not, text, Flat(not.Operand)),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } literal => Replace(literal, text, "false"),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } literal when !IsSieve(literal) => Replace(literal, text, "true"),
        LiteralExpressionSyntax { Token.Value: int number } literal when !IsBorder(literal)
            => Replace(literal, text, (number + 1).ToString(CultureInfo.InvariantCulture)),
        ConditionalExpressionSyntax choice when !IsTurnedRoundItself(choice.Condition) => Replace(choice, text, $"{Flat(choice.Condition)} ? {Flat(choice.WhenFalse)} : {Flat(choice.WhenTrue)}"),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access } call
            when Opposites.TryGetValue(name.Identifier.Text, out var opposite) && access.Expression is not PredefinedTypeSyntax
            => Replace(call, text, $"{Flat(access.Expression)}.{opposite}{Flat(call.ArgumentList)}"),
        ExpressionStatementSyntax statement when MayGo(statement.Expression) => Guard(statement, text),
        _ => IsCondition(node) ? Replace(node, text, $"!({Flat(node)})") : text,
    };

    /// <summary>A condition without one of the operators above: a call, a property, a pattern.</summary>
    private static bool IsCondition(SyntaxNode node)
        => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or IsPatternExpressionSyntax or AwaitExpressionSyntax
            && node.Parent switch
            {
                IfStatementSyntax statement => statement.Condition == node,
                ConditionalExpressionSyntax choice => choice.Condition == node,
                _ => false,
            };

    /// <summary>A bound that may be one higher: including or excluding the bound in the comparison is the same fault.</summary>
    private static bool IsBorder(LiteralExpressionSyntax literal) => literal.Parent is BinaryExpressionSyntax comparison && comparison.Kind() switch
    {
        SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression => comparison.Right == literal,
        SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression => comparison.Left == literal,
        _ => false,
    };

    /// <summary>A limit on work (<c>LongestTitle</c>, <c>MostSplits</c>): a text one letter longer, or one search more, is within what the limit is there for.</summary>
    private static bool IsLimit(BinaryExpressionSyntax comparison) => comparison.Kind() switch
    {
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            => IsNamedLimit(comparison.Left) || IsNamedLimit(comparison.Right),
        _ => false,
    };

    private static bool IsNamedLimit(ExpressionSyntax side)
        => side is IdentifierNameSyntax { Identifier.Text: var name } && (IsNamed(name, "Longest") || IsNamed(name, "Most"));

    private static bool IsNamed(string name, string beginning)
        => name.Length > beginning.Length && name.StartsWith(beginning, StringComparison.Ordinal) && char.IsUpper(name[beginning.Length]);

    /// <summary>The condition of a choice already has a fault that takes the other branch.</summary>
    private static bool IsTurnedRoundItself(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsTurnedRoundItself(inner),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => !Declares(condition),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => !Declares(condition),
        _ => IsCondition(condition) && !Declares(condition) && !BeginsInTheMiddle(condition),
    };

    /// <summary>Strings are concatenated with the operator of a sum.</summary>
    private static bool IsText(ExpressionSyntax side)
        => side is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }
            || (side is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && (IsText(sum.Left) || IsText(sum.Right)));

    /// <summary>Calls, and assignments to members. Without a loop's step or a local variable's value, nothing would run at all.</summary>
    private static bool MayGo(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax or AwaitExpressionSyntax => true,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax } => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: var name } } => name[0] == '_' || char.IsUpper(name[0]),
        _ => false,
    };

    private static bool Declares(SyntaxNode node)
        => node.DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax).Any(inner => inner is SingleVariableDesignationSyntax);

    /// <summary>What follows a question mark is not an expression by itself.</summary>
    private static bool BeginsInTheMiddle(SyntaxNode node)
        => node.GetFirstToken().Parent is MemberBindingExpressionSyntax or BracketedArgumentListSyntax || node.Parent is ExpressionStatementSyntax;

    /// <summary>The code on one line, for the branch that runs only when the fault is switched on.</summary>
    private static string Flat(SyntaxNode node)
        => node is InterpolatedStringExpressionSyntax
            ? node.ToString()
            : string.Join(' ', node.ChildNodesAndTokens().Select(child => child.AsNode() is { } inner ? Flat(inner) : child.AsToken().Text));

    private string Replace(SyntaxNode node, string text, string becomes)
        => !Declares(node) && !BeginsInTheMiddle(node) && Add(node, becomes) is { } id ? $"({Switch}({id}) ? {becomes} : {text})" : text;

    private string Guard(ExpressionStatementSyntax statement, string text)
        => !Declares(statement) && Add(statement, "(left out)") is { } id ? $"{{ if (!{Switch}({id})) {text} }}" : text;

    private int? Add(SyntaxNode node, string becomes)
    {
        var was = Flat(node);
        if (was.Contains('\n', StringComparison.Ordinal) || becomes.Contains('\n', StringComparison.Ordinal))
        {
            return null; // a text over several lines: the lines after it would move
        }

        var id = _nextId++;
        if (_dropped.Contains(id))
        {
            return null;
        }

        _mutants.Add(new(id, _file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, was, becomes));
        return id;
    }
}
