using System.Globalization;
using System.Text.RegularExpressions;
using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Conditional Access: from a headset that is blocked to a change that is handed on, and a rule that is typed with a mistake.</summary>
public sealed partial class ConditionalAccessTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const string InTheWay = "Require compliant devices for all resources";

    [Fact]
    public async Task Why_a_quest_is_blocked_is_found_a_narrowed_exception_is_tried_counted_and_exported()
    {
        var visitor = await SignInAsync(Admin, "/conditional-access");
        var way = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Ways of signing in" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Unregistered Quest" }).First;
        await Expect(way).ToContainTextAsync("Blocked");
        await visitor.Page.AssertAccessibleAsync();

        await way.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "A member can't get in to Microsoft Mesh" })).ToContainTextAsync(InTheWay);
        await Expect(visitor.Text("AADSTS50199")).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");
        await visitor.Page.AssertAccessibleAsync();

        await visitor.Page.GetByRole(AriaRole.Group).Filter(new() { HasText = InTheWay }).GetByRole(AriaRole.Link, new() { Name = "The whole policy" }).First.ClickAsync();
        await Expect(visitor.Page.Locator("details.policy[open]")).ToContainTextAsync("It demands a compliant device.");
        await visitor.Page.AssertAccessibleAsync();
        await visitor.Page.Locator("details.policy[open]").GetByRole(AriaRole.Link, new() { Name = "Try a change" }).ClickAsync();

        await visitor.Page.GetByLabel("People who use headsets").SelectOptionAsync(new SelectOptionValue { Label = "Quest headset users" });
        await visitor.Page.AssertAccessibleAsync();
        await visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Narrowed exception" }).GetByRole(AriaRole.Link, new() { Name = "Try it" }).ClickAsync();

        // Another policy keeps the same people out: its filter, meant to exempt headsets, never matches one that isn't registered.
        var table = visitor.Page.GetByRole(AriaRole.Table, new() { Name = "People by way of signing in, before and after" });
        await Expect(Gain(table)).ToHaveTextAsync("–");
        await Expect(table.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Unregistered Quest" })).ToContainTextAsync("“Managed devices, Quest exempted by maker” (");
        await visitor.Page.GetByLabel("Change another policy too").SelectOptionAsync(new SelectOptionValue { Label = "Managed devices, Quest exempted by maker" });
        await State(visitor, "Managed devices, Quest exempted by maker").SelectOptionAsync("disabled");
        await Expect(Gain(table)).Not.ToHaveTextAsync("–");
        var quest = (await table.RowsAsync()).Single(row => row["Way of signing in"].StartsWith("Unregistered Quest", StringComparison.Ordinal));
        var gain = quest.Number("Gain");
        Assert.InRange(gain, 1, Blocked(quest["Before"]));
        Assert.Equal(gain, Blocked(quest["Before"]) - Blocked(quest["After"]));
        Assert.Equal("–", quest["Lose"]);
        await visitor.Page.AssertAccessibleAsync();

        // Who they are, and all of them in a file.
        await Gain(table).GetByRole(AriaRole.Link).ClickAsync();
        var who = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Who gets further: Unregistered Quest" });
        await Expect(who.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(Math.Min(gain, 50));
        await Expect(who.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Blocked → ");
        await visitor.Page.AssertAccessibleAsync();
        var list = await visitor.Page.RunAndWaitForDownloadAsync(() => who.GetByRole(AriaRole.Link, new() { Name = "Download the list" }).ClickAsync());
        Assert.Equal(gain + 1, (await File.ReadAllLinesAsync(await list.PathAsync(), TestContext.Current.CancellationToken)).Length);
        await who.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(who).ToHaveCountAsync(0);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("Nothing of it has been applied.", text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(text, "POST https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies\n"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Unregistered Quest: {gain:N0} get further, 0 less far"), text, StringComparison.Ordinal);

        // An edit is undone, and what a link holds is what its sender saw.
        var gained = gain.ToString("N0", CultureInfo.InvariantCulture);
        await State(visitor, InTheWay).SelectOptionAsync("disabled");
        await Expect(Gain(table)).Not.ToHaveTextAsync(gained);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Text("A protection is weakened").First).ToBeVisibleAsync();
        await Expect(Gain(table)).Not.ToHaveTextAsync(gained);
        await visitor.Page.GoBackAsync();
        await Expect(Gain(table)).ToHaveTextAsync(gained);
    }

    [Fact]
    public async Task A_sign_in_with_a_device_of_the_persons_own_is_asked_about_and_the_link_keeps_the_answer()
    {
        var (device, owner) = await Product.Tenant.HeadsetsAsync(isCompliant: false).FirstAsync(one => one.Owner.UserType == "Member", TestContext.Current.CancellationToken);
        var visitor = await SignInAsync(Admin, $"/help-desk/{owner.Id}");
        await visitor.Button("Refresh this person").ClickAsync();
        var headset = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Devices" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = device.DisplayName }).First;
        await Expect(headset.GetByRole(AriaRole.List, new() { Name = "With this device" }).GetByRole(AriaRole.Listitem)).ToContainTextAsync(MeshBlocked());
        await Expect(headset).ToContainTextAsync($"The policy {InTheWay} asks for a compliant device, and the device isn't compliant");
        await visitor.Page.AssertAccessibleAsync();

        await headset.GetByRole(AriaRole.Link, new() { Name = "What if, with this device" }).ClickAsync();
        var answer = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = $"{owner.DisplayName} can't get in to Microsoft Mesh" });
        await Expect(answer).ToContainTextAsync(InTheWay);

        await visitor.Button("Another device").ClickAsync();
        await visitor.Button("Read their devices").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = device.DisplayName }).ClickAsync();
        await Expect(visitor.Page.GetByLabel("model", new() { Exact = true })).ToHaveValueAsync(device.Model!);
        await Expect(answer).ToContainTextAsync(InTheWay);
        await visitor.Page.AssertAccessibleAsync();
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByLabel("model", new() { Exact = true })).ToHaveValueAsync(device.Model!);

        // A kind that is registered here, instead.
        await visitor.Button("Another device").ClickAsync();
        await visitor.Page.GetByLabel("or one that is registered with you").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(visitor.Page.GetByLabel("Device", new() { Exact = true })).ToHaveValueAsync("registered");
        await Expect(visitor.Page.GetByLabel("model", new() { Exact = true })).ToHaveValueAsync(new Regex("Quest"));
    }

    [Fact]
    public async Task A_mistake_in_a_filter_stands_under_its_letter()
    {
        var visitor = await SignInAsync(Admin, "/conditional-access/filter");
        var rule = visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Rule" });
        await Expect(visitor.Heading("What is a device filter?")).ToBeVisibleAsync();

        await rule.PressSequentiallyAsync("device.model -startsWth \"Quest\"");

        await Expect(visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Column 14" })).ToContainTextAsync("found \"-startsWth\"");
        await Expect(rule).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(rule).ToHaveAccessibleDescriptionAsync(Column());
        Assert.Equal("", await visitor.Page.EvaluateAsync<string>(WhereTheMarkIs, 13));
        await visitor.Page.AssertAccessibleAsync();

        await rule.FillAsync("device.manufacturer -ne \"Meta\"");

        await Expect(rule).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(visitor.Text("It frees every unregistered device")).ToBeVisibleAsync();
        var devices = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "What the rule comes to for typical devices" }).RowsAsync();
        Assert.All(devices, row => Assert.Equal("Leaves it alone", row["The policy"]));
        await visitor.Page.AssertAccessibleAsync();

        await visitor.Link("are taken in (include)").ClickAsync();
        await Expect(visitor.Text("The policy is about every unregistered device")).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Expect(rule).ToHaveValueAsync("device.manufacturer -ne \"Meta\"");
        await Expect(visitor.Text("The policy is about every unregistered device")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/conditional-access", "Policy by policy")]
    [InlineData("/conditional-access/policies", "Require compliant devices")]
    [InlineData("/conditional-access/findings", "What to do.")]
    [InlineData("/conditional-access/what-if?as=member&device=quest-unregistered&app=3016d0ce-47cc-4005-b11d-5fcabb1b643d", "can't get in")]
    [InlineData("/conditional-access/try", "Which policy?")]
    [InlineData("/conditional-access/filter?rule=device.model%20-startsWth%20%22Quest%22%20-and%20device.isCompliant%20-eq%20True", "Column 14")]
    public async Task Nothing_runs_over_the_edge_of_a_phone(string address, string waitFor)
    {
        var visitor = await SignInAsync(Admin, address, width: 390);
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(waitFor);

        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth"));
    }

    /// <summary>
    /// Measures with a probe of its own where the letter stands in the box, and says what is wrong when the mark isn't there or its caret isn't under it.
    /// </summary>
    private const string WhereTheMarkIs = """
        letter => {
          const box = document.querySelector("#rule"), style = getComputedStyle(box), frame = box.getBoundingClientRect();
          const ink = document.createElement("canvas").getContext("2d");
          ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const left = frame.left + parseFloat(style.paddingLeft) + ink.measureText(box.value.slice(0, letter)).width;
          const width = ink.measureText(box.value[letter]).width;
          const mark = document.querySelector(".mirror mark").getBoundingClientRect(), caret = document.querySelector(".mirror .caret").getBoundingClientRect();
          const middle = caret.left + caret.width / 2;
          return Math.abs(mark.left - left) > 1 ? `the mark begins at ${mark.left}, the letter at ${left}`
            : Math.abs(mark.width - width) > 1 ? `the mark is ${mark.width} wide, the letter ${width}`
            : middle < left || middle > left + width ? `the caret is at ${middle}`
            : caret.bottom <= mark.bottom ? "the caret isn't below the letter" : "";
        }
        """;

    private static ILocator State(Visitor visitor, string policy) =>
        visitor.Page.GetByRole(AriaRole.Region, new() { Name = $"Changed: {policy}" }).GetByLabel("State", new() { Exact = true });

    private static ILocator Gain(ILocator table) => table.GetByRole(AriaRole.Row).Filter(new() { HasText = "Unregistered Quest" }).GetByRole(AriaRole.Cell).Nth(2);

    private static int Blocked(string cell) => Bad().Match(cell) is { Success: true } found ? int.Parse(found.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"Blocked\s*([\d,]+)")]
    private static partial Regex Bad();

    [GeneratedRegex(@"^Microsoft Mesh\s*Blocked")]
    private static partial Regex MeshBlocked();

    [GeneratedRegex("^Column 14: ")]
    private static partial Regex Column();
}
