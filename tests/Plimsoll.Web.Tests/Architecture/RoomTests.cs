using System.Reflection;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Tests.Architecture;

/// <summary>How a room looks inside.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void Pages_and_routes_do_not_touch_the_database()
    {
        var doors = House.Files.Where(f => f.Part is "Pages" or "Api").ToList();
        doors.Count.ShouldBeGreaterThan(3);
        doors
            .Where(f =>
                f.Text.Contains("PlimsollDb", StringComparison.Ordinal)
                || f.Text.Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            )
            .Select(f => f.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_form_is_handled_by_what_knows_a_late_one()
    {
        var forms = House
            .Files.Where(f => f.Text.Contains("@onsubmit", StringComparison.Ordinal))
            .ToList();
        forms.Count.ShouldBeGreaterThan(20);
        forms
            .Where(f => !f.Text.Split('\n').Contains("@inherits Spoken"))
            .Select(f => f.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Data_flows_down_inside_a_room()
    {
        var wrong =
            from file in House.Files
            from name in file.Names()
            where name.Room == file.Room && name.Floor == "Web" && IsUpwards(file.Part, name.Part)
            select $"{file.Path} calls up into {name.Part}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_use_case_has_one_method_named_Run()
    {
        var useCases = Web.GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false, IsPublic: true }
                && t.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) == true
            )
            .Where(t =>
                !t.IsAssignableTo(typeof(Refusal))
                && t.GetMethod("<Clone>$") is null
                && !t.Name.StartsWith('<')
            )
            .ToList();
        useCases.Count.ShouldBeGreaterThan(2);
        useCases
            .Where(t =>
                t.GetMethods(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
                    )
                    .Select(m => m.Name)
                    .Distinct()
                    .ToList()
                    is not ["Run"]
            )
            .Select(t => t.FullName)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_named_after_a_drawer()
    {
        string[] drawers =
        [
            "Service",
            "Services",
            "Manager",
            "Managers",
            "Helper",
            "Helpers",
            "Util",
            "Utils",
            "Utilities",
            "Common",
            "Base",
            "Impl",
            "Misc",
            "Shared",
            "Dto",
        ];
        var names = House
            .Files.SelectMany(f => f.Path.Split('/').Select(p => p.Split('.')[0]))
            .Where(n => n != "Plimsoll")
            .Distinct()
            .ToList();
        names.Count.ShouldBeGreaterThan(50);
        // "account manager" is the trade's word; a class that manages is not.
        names
            .Where(n =>
                drawers.Any(d => n.EndsWith(d, StringComparison.Ordinal))
                && !n.EndsWith("AccountManager", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_domain_type_goes_over_the_wire()
    {
        var wire = Web.GetTypes()
            .Where(t =>
                t.Namespace?.EndsWith(".Api", StringComparison.Ordinal) == true
                && t.GetMethod("<Clone>$") is not null
            );
        var wrong =
            from type in wire
            from property in type.GetProperties()
            where
                Parts(property.PropertyType)
                    .Any(p =>
                        p.Namespace?.StartsWith("Plimsoll.Domain", StringComparison.Ordinal) == true
                    )
            select $"{type.Name}.{property.Name}";
        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : type.IsArray ? Parts(type.GetElementType()!)
        : [type];

    private static bool IsUpwards(string from, string to) =>
        from switch
        {
            "Store" => to is "UseCases" or "Queries" or "Pages" or "Api" or "Jobs",
            "UseCases" => to is "Pages" or "Api" or "Jobs",
            "Queries" => to is "UseCases" or "Pages" or "Api" or "Jobs",
            "Pages" => to is "Store" or "Api",
            "Api" => to is "Store" or "Pages",
            _ => false,
        };
}
