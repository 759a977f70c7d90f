using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Export;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;
using Plimsoll.Web.Tests.Tasks.Import;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class TaskExportTests
{
    [Theory, OnEachDatabase]
    public async Task A_list_is_taken_away_as_it_is_filtered_and_sorted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var halva = await agency.Project("Halva");
        for (var i = 1; i <= 250; i++)
            await agency.Task(halva.Id, $"Task {i:000}");
        await agency.Task((await agency.Project("Lumen")).Id, "Of another");
        var view = TaskView.Read($"project={halva.Id}&sort=-title&group=none");

        var lines = await agency
            .Use<WholeTaskList>()
            .Ask(view, agency.Owner, CultureInfo.InvariantCulture, TestAgency.Now);

        lines.Count.ShouldBe(250);
        lines
            .Select(l => l.Row.Title)
            .ShouldBe(Enumerable.Range(1, 250).Reverse().Select(i => $"Task {i:000}"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh-Hans")]
    public async Task What_is_taken_away_comes_in_again(string language)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var anna = await agency.Person("Anna Sokolova");
        var boris = await agency.Person("Boris");
        var halva = await agency.Project("Halva");
        foreach (var state in Enum.GetValues<TaskState>())
            await agency.Task(
                halva.Id,
                $"{state}",
                new()
                {
                    Responsible = new(anna.Id),
                    Helpers = new([boris.Id]),
                    Reviewer = new(agency.Owner.Person),
                    Priority = new(TaskPriority.Urgent),
                    Starts = new(new DateOnly(2026, 11, 24)),
                    Due = new(new DateOnly(2026, 12, 4)),
                    Estimate = new(new Minutes(150)),
                    Description = new("=1+1 is **text**\n\nand; more"),
                    State = state is TaskState.ToDo ? null : new(state),
                }
            );
        var before = await Lines(agency);
        var phrases = new Phrasebook().In(Language.Find(language)!);
        foreach (
            var (file, name) in new[]
            {
                (
                    Written(to => SheetWriter.WriteXlsx(to, [TaskSheet.Page(before, phrases)])),
                    "t.xlsx"
                ),
                (
                    Written(to =>
                        SheetWriter.WriteCsv(
                            to,
                            TaskSheet.List(before),
                            CsvForm.Of(phrases.Culture)
                        )
                    ),
                    "t.csv"
                ),
            }
        )
        {
            var import = await agency.BringTasks(file, name);
            await agency.AnswerTasks(import, a => a with { Again = true });
            var draft = await agency.TaskDraft(import);
            draft.Problems.ShouldBeEmpty(name);
            (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(6);
            var again = (await Lines(agency))
                .Where(l => before.All(b => b.Row.Id != l.Row.Id))
                .ToList();
            again
                .OrderBy(l => l.Row.Title, StringComparer.Ordinal)
                .Select(Told)
                .ShouldBe(
                    before.OrderBy(l => l.Row.Title, StringComparer.Ordinal).Select(Told),
                    name
                );
            (await agency.UndoTasks(import)).Refusal.ShouldBeNull();
        }

        static string Told(WholeTaskList.Line line) =>
            $"{line.Row.Title} {line.Row.State} {line.Row.Priority} {line.Row.Responsible?.Name} {line.Row.Reviewer?.Name} {string.Join('+', line.Helpers)} {line.Row.Starts} {line.Row.Due} {line.Row.Estimate} {line.Description}";
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public async Task What_people_typed_is_never_a_formula(string text)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var halva = await agency.Project("Halva");
        await agency.Task(halva.Id, text, new() { Description = new(text) });
        var lines = await Lines(agency);

        var csv = Encoding.UTF8.GetString(
            Written(to => SheetWriter.WriteCsv(to, TaskSheet.List(lines), new CsvForm(';', false)))
        );
        csv.Split('\n')[1]
            .Split(';')
            .ShouldAllBe(c =>
                c.TrimStart('"').Length == 0
                || !"=+-@\t".Contains(c.TrimStart('"')[0], StringComparison.Ordinal)
            );
        using var book = new ZipArchive(
            new MemoryStream(
                Written(to =>
                    SheetWriter.WriteXlsx(
                        to,
                        [TaskSheet.Page(lines, new Phrasebook().In(Language.English))]
                    )
                )
            )
        );
        var sheet = await new StreamReader(
            book.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal))
                .Open()
        ).ReadToEndAsync(TestAgency.Now);
        sheet.ShouldNotContain("<f>");
        sheet.ShouldNotContain("<x:f");
    }

    [Theory]
    [InlineData("/tasks/export.csv")]
    [InlineData("/tasks/export.xlsx")]
    [InlineData("/api/v1/tasks/export.csv")]
    [InlineData("/api/v1/tasks/export.xlsx")]
    public async Task The_file_holds_what_its_reader_sees(string path)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var halva = await agency.Project("Halva");
        await agency.Task(halva.Id, "Hers", new() { Responsible = new(li.Person) });
        await agency.Task(halva.Id, "Secret");
        var browser = await agency.SignedIn(li);

        using var answer = await browser.GetAsync(path, TestAgency.Now);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var book = SheetFile
            .Read(
                await answer.Content.ReadAsByteArrayAsync(TestAgency.Now),
                "tasks" + Path.GetExtension(path),
                new SheetLimits()
            )
            .Value;
        var words = book.Sheets.Single().Cells.Select(c => c.Text).ToList();
        words.ShouldContain("Hers");
        words.ShouldNotContain("Secret");
        words.ShouldNotContain("Client of Halva");
    }

    private static async Task<IReadOnlyList<WholeTaskList.Line>> Lines(TestAgency agency) =>
        await agency
            .Use<WholeTaskList>()
            .Ask(
                TaskView.Read("state=all&sort=created&group=none"),
                agency.Owner,
                CultureInfo.InvariantCulture,
                TestAgency.Now
            );

    private static byte[] Written(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }
}
