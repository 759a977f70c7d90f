using Plimsoll.Domain.Clients;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>What the sample agency works on: every kind and stage of a project.</summary>
internal static class SampleWork
{
    /// <summary>Each client and who answers for it.</summary>
    public static IReadOnlyList<(string Name, string AccountManager)> Clients { get; } =
    [
        ("Nordwind", "anna"),
        ("Halva", "anna"),
        ("Orbita", "anna"),
        ("Купол Банк", "oleg"),
        ("Lumen 流明", "oleg"),
    ];

    /// <param name="Starts">The week, counted from this one, in which the work begins.</param>
    internal sealed record Work(
        string Key,
        string Code,
        string Name,
        string? Client,
        ProjectKind Kind,
        Stage Stage,
        string? Manager,
        int Colour,
        int Starts = -20,
        int? Ends = null,
        string[]? Streams = null
    );

    public static IReadOnlyList<Work> All { get; } =
    [
        new(
            "nordwind",
            "NW",
            "Social and content",
            "Nordwind",
            ProjectKind.Retainer,
            Stage.Active,
            "anna",
            0,
            Streams: ["Content", "Promotion"]
        ),
        new(
            "shop",
            "SHOP",
            "Shop relaunch",
            "Nordwind",
            ProjectKind.FixedPrice,
            Stage.Won,
            "anna",
            4,
            Starts: 0,
            Ends: 18
        ),
        new(
            "halva",
            "HA",
            "Christmas launch",
            "Halva",
            ProjectKind.FixedPrice,
            Stage.Active,
            "anna",
            2,
            Ends: 7,
            Streams: ["Creative", "Production", "Media"]
        ),
        new(
            "press",
            "HP",
            "Press office",
            "Halva",
            ProjectKind.TimeAndMaterials,
            Stage.Paused,
            "anna",
            6
        ),
        new(
            "orbita",
            "OR",
            "Rebrand pitch",
            "Orbita",
            ProjectKind.FixedPrice,
            Stage.Pitch,
            "anna",
            7,
            Starts: 1
        ),
        new(
            "app",
            "APP",
            "Мобильное приложение",
            "Купол Банк",
            ProjectKind.TimeAndMaterials,
            Stage.Active,
            "oleg",
            8
        ),
        new(
            "ads",
            "ADS",
            "Performance-маркетинг",
            "Купол Банк",
            ProjectKind.Retainer,
            Stage.Active,
            "oleg",
            9
        ),
        new(
            "film",
            "LU",
            "品牌短片 Brand film",
            "Lumen 流明",
            ProjectKind.FixedPrice,
            Stage.Active,
            "oleg",
            10,
            Ends: 10
        ),
        new(
            "lamps",
            "LC",
            "Lamp catalogue",
            "Lumen 流明",
            ProjectKind.FixedPrice,
            Stage.Closed,
            "oleg",
            11,
            Starts: -40,
            Ends: -3
        ),
        new(
            "meetings",
            "AM",
            "Agency meetings",
            null,
            ProjectKind.Internal,
            Stage.Active,
            "katharina",
            3
        ),
        new("learning", "LE", "Learning", null, ProjectKind.Internal, Stage.Active, "yuri", 5),
        new(
            "office",
            "AC",
            "Accounts and contracts",
            null,
            ProjectKind.Internal,
            Stage.Active,
            "katharina",
            1
        ),
        new("website", "WEB", "Own website", null, ProjectKind.Internal, Stage.Paused, "yuri", 6),
    ];
}
