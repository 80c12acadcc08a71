using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Features.Scans;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>What a program may send to ask for a scan, and what it hears when it sends something else.</summary>
public sealed class ScanWishTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    [Theory]
    [InlineData("", ScanKind.Full)]
    [InlineData("{}", ScanKind.Full)]
    [InlineData("""{"kind":null}""", ScanKind.Full)]
    [InlineData("""{"kind":"full"}""", ScanKind.Full)]
    [InlineData("""{"kind":"incremental"}""", ScanKind.Incremental)]
    [InlineData("""{"kind":"Incremental","note":"more than we know"}""", ScanKind.Incremental)]
    public async Task A_kind_may_be_given(string body, ScanKind kind) => Assert.Equal(kind, (await ReadAsync(body)).Value);

    [Theory]
    [InlineData("""{"kind":"half"}""")]
    [InlineData("""{"kind":""}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("kind=full")]
    public async Task Anything_else_is_answered_with_what_it_may_be(string body)
    {
        var problem = (await ReadAsync(body)).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Contains("full or incremental", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end() =>
        Assert.False((await ReadAsync("""{"kind":"full"}""" + new string(' ', 100_000))).Succeeded);

    private static Task<Result<ScanKind>> ReadAsync(string body) => ScanWish.ReadKindAsync(
        new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)) } }.Request, Json, TestContext.Current.CancellationToken);
}
