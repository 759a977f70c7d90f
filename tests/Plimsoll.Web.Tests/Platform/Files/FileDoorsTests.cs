using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.SignIn.UseCases;
using SkiaSharp;

namespace Plimsoll.Web.Tests.Platform.Files;

public sealed class FileDoorsTests
{
    private static readonly byte[] Png = Draw(SKEncodedImageFormat.Png, 40, 20);

    [Theory, OnEachDatabase]
    public async Task A_program_brings_a_file_and_reads_it_again(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await Program(agency);
        var raw = await program.PostAsync(
            "/api/v1/files?name=plan%20%E2%9C%93.png",
            new ByteArrayContent(Png) { Headers = { ContentType = new("text/html") } },
            TestAgency.Now
        );
        raw.StatusCode.ShouldBe(HttpStatusCode.Created);
        var file = (await raw.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now));
        file.GetProperty("type").GetString().ShouldBe("image/png");
        file.GetProperty("width").GetInt32().ShouldBe(40);
        file.GetProperty("isPicture").GetBoolean().ShouldBeTrue();
        file.GetProperty("name").GetString().ShouldBe("plan ✓.png");
        raw.Headers.Location!.ToString().ShouldBe($"/api/v1/files/{file.GetProperty("id")}");

        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("words"u8.ToArray()), "file", "words.txt" },
        };
        var multipart = await program.PostAsync("/api/v1/files", form, TestAgency.Now);
        multipart.StatusCode.ShouldBe(HttpStatusCode.Created);
        var content = await program.GetAsync(
            multipart.Headers.Location + "/content",
            TestAgency.Now
        );
        (await content.Content.ReadAsStringAsync(TestAgency.Now)).ShouldBe("words");
        (await program.DeleteAsync(multipart.Headers.Location, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await program.GetAsync(multipart.Headers.Location, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_with_a_sentence()
    {
        await using var agency = await TestAgency.Open(
            Database.Sqlite,
            null,
            ("UploadMegabytes", "1")
        );
        var program = await Program(agency);
        foreach (var size in new[] { 1024 * 1024 + 1, 3 * 1024 * 1024 })
        {
            var answer = await program.PostAsync(
                "/api/v1/files?name=a.bin",
                new ByteArrayContent(new byte[size]),
                TestAgency.Now
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now);
            problem.GetProperty("code").GetString().ShouldBe("file-is-too-large");
            problem.GetProperty("title").GetString().ShouldBe("A file may have 1 MB at most.");
        }
    }

    [Theory]
    [InlineData("photo.png", "png", "image/png", true)]
    [InlineData(
        "photo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "image/svg+xml",
        false
    )]
    [InlineData("photo.png", "<html><script>alert(1)</script>", "text/plain", false)]
    [InlineData("photo.gif", "GIF89a/*<script>*/=1;alert(1)", "image/gif", false)]
    [InlineData("brief.pdf", "%PDF-1.7 <script>alert(1)</script>", "application/pdf", true)]
    [InlineData("a.html", "%PDF-1.7\n", "application/pdf", true)]
    [InlineData(
        "report.docx",
        "PK\u0003\u0004....",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        false
    )]
    [InlineData("run.exe", "MZ\u0000\u0001", "application/octet-stream", false)]
    [InlineData("empty.xml", "<?xml version='1.0'?><x/>", "text/plain", false)]
    public async Task Only_what_runs_nothing_is_shown_in_place(
        string name,
        string content,
        string type,
        bool inPlace
    )
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var bytes = content == "png" ? Png : Encoding.Latin1.GetBytes(content);
        var id = await FilesTests.Bring(agency, bytes, name);
        var browser = await agency.SignedIn(agency.Owner);
        var answer = await browser.GetAsync($"/files/{id}", TestAgency.Now);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var headers = answer.Content.Headers;
        headers.ContentType!.MediaType.ShouldBe(type);
        headers.ContentDisposition!.DispositionType.ShouldBe(inPlace ? "inline" : "attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var policy = string.Concat(answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script-src");
        policy.Contains("sandbox", StringComparison.Ordinal).ShouldBe(type != MediaType.Pdf);
        (await answer.Content.ReadAsByteArrayAsync(TestAgency.Now)).ShouldBe(bytes);
    }

    [Theory, OnEachDatabase]
    public async Task A_browser_asks_for_parts_and_for_what_is_new(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31)).ToArray();
        var id = await FilesTests.Bring(agency, bytes, "film.bin");
        var browser = await agency.SignedIn(agency.Owner);
        using var range = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
        range.Headers.Range = new RangeHeaderValue(65_530, 65_545);
        var part = await browser.SendAsync(range, TestAgency.Now);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 65530-65545/200000");
        (await part.Content.ReadAsByteArrayAsync(TestAgency.Now)).ShouldBe(bytes[65_530..65_546]);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
        again.Headers.IfNoneMatch.Add(part.Headers.ETag!);
        (await browser.SendAsync(again, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotModified
        );
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/files/{id}");
        (await browser.SendAsync(head, TestAgency.Now)).Content.Headers.ContentLength.ShouldBe(
            200_000
        );
        part.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_else_is_told_that_a_file_is_there()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var id = await FilesTests.Bring(agency, Png, "secret.png");
        var mei = await agency.SignedIn(await agency.Someone(Position.TeamMember, "Mei"));
        foreach (var path in new[] { $"/files/{id}", $"/files/{id}/thumb", $"/api/v1/files/{id}" })
            (await mei.GetAsync(path, TestAgency.Now)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stranger = await agency.Browser().GetAsync($"/files/{id}", TestAgency.Now);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task A_small_picture_is_made_once_and_kept(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = await FilesTests.Bring(
            agency,
            Draw(SKEncodedImageFormat.Png, 2000, 1000),
            "large.png"
        );
        var browser = await agency.SignedIn(agency.Owner);
        var small = await Thumb(browser, id, 320);
        (small.Width, small.Height).ShouldBe((320, 160));
        var large = await Thumb(browser, id, 1600);
        (large.Width, large.Height).ShouldBe((1600, 800));
        _ = await Thumb(browser, id, 1600);
        (
            await agency.Store(db =>
                Task.FromResult(db.Set<Plimsoll.Web.Platform.Files.Thumb>().Count())
            )
        ).ShouldBe(2);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public async Task A_photo_stands_upright_and_tells_nothing_of_its_camera(
        ushort orientation,
        bool redFirst
    )
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var photo = WithExif(Draw(SKEncodedImageFormat.Jpeg, 40, 20), orientation);
        var id = await FilesTests.Bring(agency, photo, "photo.jpg");
        var browser = await agency.SignedIn(agency.Owner);
        var bytes = await browser.GetByteArrayAsync($"/files/{id}/thumb", TestAgency.Now);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("SECRETPLACE");
        using var small = SKBitmap.Decode(bytes);
        var turned = orientation >= 5;
        (small.Width, small.Height).ShouldBe(turned ? (20, 40) : (40, 20));
        var first = turned ? small.GetPixel(10, 4) : small.GetPixel(4, 10);
        (first.Red > first.Blue).ShouldBe(redFirst);
    }

    [Fact]
    public async Task A_picture_that_would_fill_the_memory_is_not_unpacked()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var id = await FilesTests.Bring(agency, Vast(100_000), "bomb.png");
        var browser = await agency.SignedIn(agency.Owner);
        (await browser.GetAsync($"/files/{id}/thumb", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var whole = await browser.GetAsync($"/files/{id}", TestAgency.Now);
        whole.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    public async Task A_picture_that_breaks_off_or_is_none_makes_no_fault(int bytes)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var id = await FilesTests.Bring(agency, Png[..bytes], "half.png");
        var browser = await agency.SignedIn(agency.Owner);
        var answer = await browser.GetAsync($"/files/{id}/thumb", TestAgency.Now);
        ((int)answer.StatusCode).ShouldBeOneOf(200, 404);
    }

    [Fact]
    public async Task A_request_without_a_file_is_told_so()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var program = await Program(agency);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        foreach (var content in new HttpContent[] { form, new ByteArrayContent([]) })
            (await program.PostAsync("/api/v1/files", content, TestAgency.Now)).StatusCode.ShouldBe(
                HttpStatusCode.BadRequest
            );
    }

    private static async Task<HttpClient> Program(TestAgency agency)
    {
        var token = await agency
            .Use<CreateToken>()
            .Run(
                new("files", ["files:read", "files:write"], CreateToken.Lifetimes[^1]),
                agency.Owner,
                TestAgency.Now
            );
        var program = agency.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token.Value);
        return program;
    }

    private static async Task<SKBitmap> Thumb(HttpClient browser, Guid id, int size)
    {
        var answer = await browser.GetAsync($"/files/{id}/thumb?size={size}", TestAgency.Now);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        return SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestAgency.Now));
    }

    /// <summary>Left half red, right half blue.</summary>
    private static byte[] Draw(SKEncodedImageFormat format, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>The photo with what a camera writes: how it was held, and where.</summary>
    private static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var place = "SECRETPLACE\0"u8.ToArray();
        using var tiff = new MemoryStream();
        tiff.Write("MM\0*\0\0\0\u0008"u8);
        Span<byte> number = stackalloc byte[4];
        void Write16(ushort value)
        {
            Span<byte> two = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(two, value);
            tiff.Write(two);
        }
        Write16(2);
        Write16(0x010E);
        Write16(2);
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)place.Length);
        tiff.Write(number);
        BinaryPrimitives.WriteUInt32BigEndian(number, 38);
        tiff.Write(number);
        Write16(0x0112);
        Write16(3);
        BinaryPrimitives.WriteUInt32BigEndian(number, 1);
        tiff.Write(number);
        Write16(orientation);
        Write16(0);
        tiff.Write("\0\0\0\0"u8);
        tiff.Write(place);
        var exif = tiff.ToArray();
        var length = (ushort)(exif.Length + 8);
        return
        [
            0xFF,
            0xD8,
            0xFF,
            0xE1,
            (byte)(length >> 8),
            (byte)length,
            .. "Exif\0\0"u8,
            .. exif,
            .. jpeg[2..],
        ];
    }

    /// <summary>A few bytes that say they are a picture of so many points each way.</summary>
    private static byte[] Vast(uint side)
    {
        var png = (byte[])Png.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), side);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), side);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>The checksum of a part of a PNG.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
