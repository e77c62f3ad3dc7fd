using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Spotter.Tests.Architecture;

/// <summary>The rooms of a project, which are its top folders, and their dependencies, read from the compiled code. Files in the root,
/// which only wire, belong to no room.</summary>
internal sealed class Rooms
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> _arrows = [];

    public Rooms(Assembly assembly, string project)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetAllTypes())
        {
            if (RoomOf(type, project) is { } from)
            {
                All.Add(from);
                foreach (var room in UsedBy(type).SelectMany(Parts).Select(used => RoomOf(used, project)).OfType<string>().Where(room => room != from))
                {
                    All.Add(room);
                    (_arrows.TryGetValue((from, room), out var types) ? types : _arrows[(from, room)] = []).Add(Outermost(type).Name);
                }
            }
        }
    }

    public SortedSet<string> All { get; } = new(StringComparer.Ordinal);

    /// <summary>The rooms that this room depends on, in alphabetical order.</summary>
    public IEnumerable<string> KnownTo(string room) => All.Where(other => _arrows.ContainsKey((room, other)));

    /// <summary>The types of one room that use the other.</summary>
    public IReadOnlyCollection<string> Types(string from, string to) => _arrows.TryGetValue((from, to), out var types) ? types : [];

    /// <summary>The rooms from the lowest to the highest: each depends only on rooms before it. The rooms that are left form a
    /// cycle.</summary>
    public (List<string> Order, List<string> Circle) Sort()
    {
        var left = All.ToList();
        var order = new List<string>();
        while (left.Find(room => KnownTo(room).All(order.Contains)) is { } next)
        {
            left.Remove(next);
            order.Add(next);
        }

        return (order, left);
    }

    private static string? RoomOf(TypeReference type, string project)
        => Outermost(type).Namespace.Split('.') is ["Spotter", var name, var room, ..] && $"Spotter.{name}" == project ? room : null;

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The types that a type uses, in whatever assembly they are.</summary>
    public static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type) => UsedBy(type).SelectMany(Parts);

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        TypeReference?[] heads =
        [
            type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType), .. type.Fields.Select(field => field.FieldType), .. Attributes(type),
            .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        ];
        return heads.OfType<TypeReference>().Concat(type.Methods.SelectMany(UsedBy));
    }

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method)
    {
        foreach (var type in UsedBy((MethodReference)method).Concat(Attributes(method)))
        {
            yield return type;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var variable in method.Body.Variables)
        {
            yield return variable.VariableType;
        }

        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            switch (operand)
            {
                case TypeReference type:
                    yield return type;
                    break;
                case FieldReference field:
                    yield return field.DeclaringType;
                    yield return field.FieldType;
                    break;
                case MethodReference called:
                    yield return called.DeclaringType;
                    foreach (var type in UsedBy(called).Concat(called is GenericInstanceMethod generic ? generic.GenericArguments : []))
                    {
                        yield return type;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<TypeReference> UsedBy(MethodReference method) => method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    private static IEnumerable<TypeReference> Attributes(Mono.Cecil.ICustomAttributeProvider owner) => owner.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
