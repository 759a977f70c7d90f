using Microsoft.Playwright;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>
/// A small agency with its load board open in a browser: Ada and Ben with 40 hours, Halva and Nordwind to plan, in weeks
/// far enough ahead that nothing lapses. Ada has 50 % of Halva in the first week.
/// </summary>
internal sealed class OpenBoard : IAsyncDisposable
{
    private OpenBoard(RunningAgency agency, Week first) => (Agency, First) = (agency, first);

    public RunningAgency Agency { get; }

    public Week First { get; }

    public IPage Page { get; private set; } = null!;

    public Person Ada { get; } = Someone("Ada Archer");

    public Person Ben { get; } = Someone("Ben Baker");

    public static async Task<OpenBoard> Of(
        BrowserNewContextOptions? options = null,
        string more = ""
    )
    {
        var agency = await RunningAgency.Open();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var board = new OpenBoard(agency, Week.Of(today).Plus(6));
        await board.Plan();
        board.Page = await board.Look(agency.Owner, options, more);
        return board;
    }

    /// <summary>The board in a browser of its own, with Ada's row opened.</summary>
    public async Task<IPage> Look(
        Actor who,
        BrowserNewContextOptions? options = null,
        string more = ""
    )
    {
        var page = await Agency.SignedIn(who, options);
        await page.GotoAsync($"/load?from={First}&open={Ada.Id}{more}");
        await page.WaitForSelectorAsync("#board[data-ready]");
        return page;
    }

    /// <summary>A cell of an opened row, by the names of its person and project.</summary>
    public ILocator Cell(string person, string project, int week, IPage? page = null) =>
        (page ?? Page)
            .Locator($"tr.sub[data-row='{Id(person)}']")
            .Filter(new() { HasText = project })
            .Locator("td")
            .Nth(week);

    public ILocator Sum(string person, int week, IPage? page = null) =>
        (page ?? Page).Locator($"tr.row[data-id='{Id(person)}'] td").Nth(week);

    public Task Shows(ILocator cell, string text) => Assertions.Expect(cell).ToHaveTextAsync(text);

    /// <summary>All that was typed has come to rest on the server.</summary>
    public Task Rests() => Assertions.Expect(Page.Locator("td.saves")).ToHaveCountAsync(0);

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    public ValueTask DisposeAsync() => Agency.DisposeAsync();

    private PersonId Id(string person) => person == "Ada" ? Ada.Id : Ben.Id;

    private async Task Plan()
    {
        var owner = Agency.Owner.Person;
        var client = Client.New("Harbour Bakery", owner).Value;
        var (halva, nordwind) = (Project(client, "Halva"), Project(client, "Nordwind"));
        await Agency.Store(async db =>
        {
            db.AddRange(Ada, Ben, client, halva, nordwind);
            await db.SaveChangesAsync(TestAgency.Now);
            db.AddRange(
                Booking.Confirm(Ada.Id, halva.Id, First, new(1200), owner).Value,
                Booking.Confirm(Ada.Id, nordwind.Id, First.Plus(1), new(480), owner).Value,
                Booking.Confirm(Ben.Id, halva.Id, First.Plus(2), new(240), owner).Value
            );
            return await db.SaveChangesAsync(TestAgency.Now);
        });
    }

    private static Person Someone(string name) =>
        Person
            .Hire(
                name,
                null,
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(Era.First)
            )
            .Value;

    private static Project Project(Client client, string name) =>
        Domain.Clients.Project.For(client.Id, name, ProjectKind.Retainer, Stage.Active).Value;
}
