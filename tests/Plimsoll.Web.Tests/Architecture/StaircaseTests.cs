namespace Plimsoll.Web.Tests.Architecture;

/// <summary>Which room may know which. Rooms stand on steps; a room knows rooms of lower steps only, so there is no circle.</summary>
public sealed class StaircaseTests
{
    private static readonly string[][] Steps =
    [
        ["Kernel", "Platform", "Ui"],
        ["People"],
        ["SignIn", "Clients"],
        ["Load", "Agreements"],
        ["Tasks"],
        ["Hours", "Meetings"],
        ["Estimates"],
        ["Documents"],
        ["Money"],
        ["Review", "Reports"],
        ["Desk"],
    ];

    /// <summary>The page of all clock-driven work names jobs of every room, as Program.cs names the rooms.</summary>
    private const string Schedule = "Plimsoll.Web/Platform/Jobs/Schedule.cs";

    [Fact]
    public void The_schedule_names_jobs_of_rooms_and_nothing_else_of_them()
    {
        var file = House.Files.Single(f => f.Path == Schedule);
        file.Names()
            .Where(n => n.Room != "Platform")
            .Where(n => n.Part != "Jobs")
            .Select(n => $"{n.Room}.{n.Part}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_room_stands_on_a_step()
    {
        var rooms = House.Files.Select(f => f.Room).Where(r => r != "").Distinct().ToList();
        rooms.ShouldContain("Load");
        rooms.Except(Steps.SelectMany(s => s)).ShouldBeEmpty();
    }

    [Fact]
    public void A_room_knows_only_rooms_of_lower_steps()
    {
        var looked = 0;
        var wrong = new List<string>();
        foreach (var file in House.Files.Where(f => f.Room != "" && f.Path != Schedule))
        foreach (
            var (_, room, _) in file.Names().Where(n => n.Room != file.Room && Step(n.Room) >= 0)
        )
        {
            looked++;
            if (!MayKnow(file.Room, room))
                wrong.Add($"{file.Path} knows {room}");
        }
        looked.ShouldBeGreaterThan(50);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_knows_no_database_no_web_and_no_clock()
    {
        var domain = House.Files.Where(f => f.Floor == "Domain").ToList();
        domain.Count.ShouldBeGreaterThan(20);
        string[] foreign =
        [
            "Plimsoll.Web",
            "Microsoft.EntityFrameworkCore",
            "Microsoft.AspNetCore",
            "TimeProvider",
            "System.IO",
            "System.Net.Http",
        ];
        domain
            .Where(f => foreign.Any(x => f.Text.Contains(x, StringComparison.Ordinal)))
            .Select(f => f.Path)
            .ShouldBeEmpty();
    }

    private static bool MayKnow(string room, string other) =>
        (room, other) switch
        {
            ("Platform" or "Ui", "Kernel") => true,
            ("Ui", "Platform") => true,
            _ => Step(other) < Step(room),
        };

    private static int Step(string room) => Array.FindIndex(Steps, s => s.Contains(room));
}
