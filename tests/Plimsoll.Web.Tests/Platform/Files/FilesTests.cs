using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tests.Platform.Files;

public sealed class FilesTests
{
    private const long Megabyte = 1024 * 1024;

    [Theory, OnEachDatabase]
    public async Task What_is_brought_comes_back_byte_for_byte(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var bytes = RandomNumberGenerator.GetBytes(3 * BlobPart.Size + 17);
        var id = await Bring(agency, bytes, @"C:\fakepath\a/b\брифинг.bin");
        var file = (await agency.Use<FoundFile>().Ask(id, agency.Owner, TestAgency.Now)).Value;
        file.Name.ShouldBe("брифинг.bin");
        file.Size.ShouldBe(bytes.Length);
        file.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await Read(agency, file)).ShouldBe(bytes);
        await using var part = await agency.Use<FoundFile>().Open(file, TestAgency.Now);
        part.Position = BlobPart.Size - 3;
        var some = new byte[10];
        await part.ReadExactlyAsync(some, TestAgency.Now);
        some.ShouldBe(bytes[(BlobPart.Size - 3)..(BlobPart.Size + 7)]);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_bytes_are_kept_once_however_often_they_come(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Bring(agency, bytes, $"{i}.bin"))
        );
        ids.Distinct().Count().ShouldBe(6);
        (await agency.Store(db => db.Blobs().CountAsync(TestAgency.Now))).ShouldBe(1);
        (await agency.Store(db => db.BlobParts().CountAsync(TestAgency.Now))).ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_loose_file_is_its_bringers_alone(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var mei = await agency.Someone(Position.TeamMember, "Mei");
        var id = await Bring(agency, "hello"u8.ToArray(), "a.txt", mei);
        var files = agency.Use<FoundFile>();
        (await files.Ask(id, mei, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await files.Ask(id, agency.Owner, TestAgency.Now)).Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task A_held_file_is_read_by_who_may_see_what_holds_it(Database database)
    {
        await using var agency = await TestAgency.Open(
            database,
            s => s.AddSingleton<IFileHolders>(new Portraits())
        );
        var mei = await agency.Someone(Position.TeamMember, "Mei");
        var ben = await agency.Someone(Position.TeamMember, "Ben");
        var (hers, his) = (
            await Bring(agency, "hers"u8.ToArray(), "a.txt", mei),
            await Bring(agency, "his"u8.ToArray(), "b.txt", ben)
        );
        var given = await agency.Store(async db =>
        {
            var all = await db.GiveFiles(
                [hers, his],
                Portraits.Word,
                mei.Person.Value,
                mei,
                TestAgency.Now
            );
            _ = await db.SaveChangesAsync(TestAgency.Now);
            return all;
        });
        given.ShouldBe([hers], "another's file is not hers to give");

        var files = agency.Use<FoundFile>();
        (await files.Ask(hers, mei, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await files.Ask(hers, agency.Owner, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await files.Ask(hers, ben, TestAgency.Now)).Refusal.ShouldBeOfType<NotThere>();
        (await files.Of(Portraits.Word, mei.Person.Value, agency.Owner, TestAgency.Now))
            .Select(f => f.Id)
            .ShouldBe([hers]);
        (await files.Of(Portraits.Word, mei.Person.Value, ben, TestAgency.Now)).ShouldBeEmpty();
        (
            await agency.Use<DropFile>().Run(hers, mei, TestAgency.Now)
        ).Refusal.ShouldBeOfType<FileIsHeld>();
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_nothing_holds_goes_after_a_day_and_its_bytes_with_it(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var loose = await Bring(agency, "loose"u8.ToArray(), "a.txt");
        var held = await Bring(agency, "held"u8.ToArray(), "b.txt");
        var dropped = await Bring(agency, "dropped"u8.ToArray(), "c.txt");
        await Hold(agency, held);
        (
            await agency.Use<DropFile>().Run(dropped, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        await agency.Use<SweepFiles>().Run(TestAgency.Now);
        (await Left(agency)).ShouldBe((2, 3), "the last look at the bytes is of today");

        agency.Clock.Advance(TimeSpan.FromDays(1.1));
        await agency.Use<SweepFiles>().Run(TestAgency.Now);
        await agency.Use<SweepFiles>().Run(TestAgency.Now);
        (await Left(agency)).ShouldBe((1, 1));
        (
            await agency.Store(db => db.Files().Select(f => f.Id).SingleAsync(TestAgency.Now))
        ).ShouldBe(held);

        await agency.Store(async db =>
        {
            await db.LetFilesGo(
                Portraits.Word,
                Guid.Empty,
                agency.Clock.GetUtcNow().UtcDateTime,
                TestAgency.Now
            );
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        agency.Clock.Advance(TimeSpan.FromDays(1.1));
        await agency.Use<SweepFiles>().Run(TestAgency.Now);
        (await Left(agency)).ShouldBe((0, 0));
        loose.ShouldNotBe(held);
    }

    [Theory, OnEachDatabase]
    public async Task Bytes_that_come_again_while_they_are_swept_stay(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        for (var round = 0; round < 5; round++)
        {
            var bytes = Encoding.UTF8.GetBytes($"round {round}");
            _ = await Bring(agency, bytes, "a.txt");
            agency.Clock.Advance(TimeSpan.FromDays(1.1));
            var again = Bring(agency, bytes, "b.txt");
            await Task.WhenAll(again, agency.Use<SweepFiles>().Run(TestAgency.Now));
            var file = (
                await agency.Use<FoundFile>().Ask(await again, agency.Owner, TestAgency.Now)
            ).Value;
            (await Read(agency, file)).ShouldBe(bytes);
        }
    }

    [Theory, OnEachDatabase]
    public async Task No_more_than_the_limit_is_ever_read(Database database)
    {
        await using var agency = await TestAgency.Open(database, null, ("UploadMegabytes", "1"));
        await using var endless = new Source(long.MaxValue);
        var no = await agency
            .Use<BringFile>()
            .Run(new("zeros", endless), agency.Owner, TestAgency.Now);
        no.Refusal.ShouldBe(new FileIsTooLarge(1));
        endless.Given.ShouldBeInRange(Megabyte, Megabyte + 2 * BlobPart.Size);
        (await Left(agency)).ShouldBe((0, 0));
        await using var full = new Source(Megabyte);
        (
            await agency.Use<BringFile>().Run(new("zeros", full), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task An_upload_that_breaks_off_leaves_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await using var broken = new Source(long.MaxValue, breaksAfter: 300_000);
        _ = await Should.ThrowAsync<IOException>(() =>
            agency.Use<BringFile>().Run(new("a.bin", broken), agency.Owner, TestAgency.Now)
        );
        (await Left(agency)).ShouldBe((0, 0));
        (await agency.Store(db => db.BlobParts().CountAsync(TestAgency.Now))).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_killed_server_keeps_whole_files_or_none(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        using var node = await OtherNode.Start(agency);
        var kept = new System.Collections.Concurrent.ConcurrentBag<string>();
        var enough = new TaskCompletionSource();
        var uploads = Enumerable
            .Range(0, 3)
            .Select(n =>
                Task.Run(async () =>
                {
                    try
                    {
                        while (true)
                        {
                            var bytes = RandomNumberGenerator.GetBytes(700_000);
                            using var answer = await node.Client.PostAsync(
                                "/api/v1/files?name=a.bin",
                                new ByteArrayContent(bytes),
                                TestAgency.Now
                            );
                            answer.IsSuccessStatusCode.ShouldBeTrue(
                                await answer.Content.ReadAsStringAsync(TestAgency.Now)
                            );
                            kept.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)));
                            if (kept.Count >= 5)
                                _ = enough.TrySetResult();
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // The killed server answers nobody any more.
                    }
                })
            )
            .ToList();
        _ = await Task.WhenAny(enough.Task, Task.WhenAll(uploads))
            .WaitAsync(TimeSpan.FromSeconds(120), TestAgency.Now);
        node.Kill();
        await Task.WhenAll(uploads);

        var (named, blobs, parts) = await agency.Store(async db =>
            (
                await db.Files().Select(f => f.Hash).ToListAsync(TestAgency.Now),
                await db.Blobs().ToListAsync(TestAgency.Now),
                await db.BlobParts().ToListAsync(TestAgency.Now)
            )
        );
        kept.Except(named).ShouldBeEmpty();
        blobs.Select(b => b.Hash).Order().ShouldBe(named.Order());
        foreach (var blob in blobs)
        {
            byte[] whole =
            [
                .. parts
                    .Where(p => p.Hash == blob.Hash)
                    .OrderBy(p => p.Number)
                    .SelectMany(p => p.Bytes),
            ];
            Convert.ToHexStringLower(SHA256.HashData(whole)).ShouldBe(blob.Hash);
        }
    }

    internal static async Task<Guid> Bring(
        TestAgency agency,
        byte[] bytes,
        string name,
        Actor? by = null
    )
    {
        using var stream = new MemoryStream(bytes);
        return (
            await agency.Use<BringFile>().Run(new(name, stream), by ?? agency.Owner, TestAgency.Now)
        ).Value;
    }

    private static async Task<byte[]> Read(TestAgency agency, FileCard file)
    {
        await using var stream = await agency.Use<FoundFile>().Open(file, TestAgency.Now);
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, TestAgency.Now);
        return whole.ToArray();
    }

    private static Task<int> Hold(TestAgency agency, Guid file) =>
        agency.Store(async db =>
        {
            _ = await db.GiveFiles(
                [file],
                Portraits.Word,
                Guid.Empty,
                agency.Owner,
                TestAgency.Now
            );
            return await db.SaveChangesAsync(TestAgency.Now);
        });

    private static Task<(int Files, int Blobs)> Left(TestAgency agency) =>
        agency.Store(async db =>
            (
                await db.Files().CountAsync(TestAgency.Now),
                await db.Blobs().CountAsync(TestAgency.Now)
            )
        );

    /// <summary>People as holders: seen by themselves and by the owner.</summary>
    private sealed class Portraits : IFileHolders
    {
        public const string Word = "portrait";
        public string Kind => Word;

        public IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor)
        {
            var (person, all) = (actor.Person, actor.Position == Position.Owner);
            return db.People().Where(p => all || p.Id == person).Select(p => (Guid)(object)p.Id);
        }
    }

    /// <summary>Zeros, counted; may break off.</summary>
    private sealed class Source(long length, long breaksAfter = long.MaxValue) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given >= breaksAfter)
                throw new IOException("The other side is gone.");
            var read = (int)Math.Min(count, length - Given);
            Array.Clear(buffer, offset, read);
            Given += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();
    }
}
