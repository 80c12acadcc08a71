using System.Text;
using CsCheck;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Rollouts;

public sealed class MessageDraftTests
{
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh;

    private static readonly Rollout Wanted = new(
        Guid.Empty, "Head office", Mesh.Id, Mesh.Version, [Mesh.Experiences[0].Id, Mesh.Experiences[1].Id], new DateOnly(2026, 9, 1), false, 1);

    public static TheoryData<string> Placeholders => [.. MessageTemplate.Placeholders];

    [Fact]
    public void Every_fact_stands_where_the_template_has_its_gap()
    {
        var open = Standing(Wanted).Tasks.Where(task => task.Task.Contact == "network").Take(2).ToList();
        var template = new MessageTemplate("t", "network", "{rollout} by {targetDate}", "{contact}: {experiences}\n{openTasks}\n{link} {owner}");

        var draft = MessageDraft.Of(template, new(Wanted, Mesh, new("Maja", null, null), open, "Henrik", "https://portal/contacts/network"));

        Assert.Equal("Head office by 1 September 2026", draft.Subject);
        Assert.Equal(
            $"Maja: {Mesh.Experiences[0].Name} and {Mesh.Experiences[1].Name}\n"
            + string.Concat(open.Select(task => $"- {task.Task.Title}, due {task.Due:d MMMM yyyy}\n"))
            + "https://portal/contacts/network Henrik",
            draft.Body);
        Assert.Empty(draft.Gaps);
    }

    [Theory]
    [MemberData(nameof(Placeholders))]
    public void What_is_not_known_is_never_an_empty_text(string placeholder)
    {
        var draft = MessageDraft.Of(
            new("t", "network", "Subject", $"{{{placeholder}}}"), new(Wanted with { Experiences = [], TargetDate = null }, Mesh, null, [], " ", null));

        Assert.NotEqual("", draft.Body.Trim());
        Assert.DoesNotContain("{", draft.Body, StringComparison.Ordinal);
        Assert.Equal(placeholder is "rollout" or "openTasks" ? [] : [draft.Body], draft.Gaps);
    }

    [Fact]
    public void All_shipped_messages_are_filled_to_the_last_gap()
    {
        foreach (var playbook in PlaybookLibrary.All)
        {
            var rollout = Wanted with { PlaybookId = playbook.Id, Experiences = [.. playbook.Experiences.Select(one => one.Id)] };
            var standing = Standing(rollout, playbook);

            Assert.All(playbook.Messages, message =>
            {
                var draft = MessageDraft.Of(message, new(
                    rollout, playbook, new("Maja", null, null), standing.Tasks.Where(task => task.Task.Contact == message.Contact), "Henrik", "https://portal/"));
                Assert.Empty(draft.Gaps);
                Assert.DoesNotContain("{", draft.Subject + draft.Body, StringComparison.Ordinal);
                Assert.True(draft.Body.Length <= TaskEdit.LongestText, $"{message.Id} can't be kept as what was asked.");
            });
        }
    }

    [Fact]
    public void Facts_that_look_like_gaps_or_lines_are_only_text()
    {
        var draft = MessageDraft.Of(
            new("t", "network", "{rollout}", "{rollout} {owner}"),
            new(Wanted with { Name = "{owner}\r\nBcc: all@contoso.com" }, Mesh, null, [], "<script>alert(1)</script>", null));

        Assert.Equal("{owner} Bcc: all@contoso.com", draft.Subject);
        Assert.Equal("{owner}\r\nBcc: all@contoso.com <script>alert(1)</script>", draft.Body);
    }

    [Fact]
    public void Tasks_without_a_day_and_no_tasks_at_all_are_said_in_words()
    {
        var undated = Standing(Wanted with { TargetDate = null }).Tasks.Take(1);
        MessageTemplate template = new("t", "network", "", "{openTasks}");

        Assert.EndsWith(", no due date yet", MessageDraft.Of(template, new(Wanted, Mesh, null, undated, null, null)).Body, StringComparison.Ordinal);
        Assert.Equal("Nothing is open at the moment.", MessageDraft.Of(template, new(Wanted, Mesh, null, [], null, null)).Body);
    }

    [Fact]
    public void A_mail_program_reads_in_the_link_what_was_written_into_it() => Gen.Select(Gen.String[0, 40], Gen.String[0, 80]).Sample((subject, body) =>
    {
        var message = new MessageDraft(Sound(subject), Sound(body));
        var link = MailLink.Of("jörg+mesh&more@münchen.example", message)!;

        Assert.All(link, sign => Assert.True(char.IsAscii(sign) && !char.IsWhiteSpace(sign)));
        Assert.Equal("jörg+mesh&more@münchen.example", Decoded(link["mailto:".Length..link.IndexOf('?', StringComparison.Ordinal)]));
        var fields = link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').ToDictionary(field => field.Split('=')[0], field => Decoded(field.Split('=')[1]));
        Assert.Equal(message.Subject, fields["subject"]);
        Assert.Equal(AsMailLines(message.Body), fields["body"]);
        Assert.Equal(2, fields.Count);
    });

    [Fact]
    public void Lines_are_ended_as_in_mails() => Assert.EndsWith("&body=a%0D%0Ab%0D%0Ac%0D%0A", MailLink.Of(null, new("", "a\nb\r\nc\r")), StringComparison.Ordinal);

    [Fact]
    public void Without_an_address_the_mail_program_asks_for_one() => Assert.StartsWith("mailto:?subject=Hello&", MailLink.Of(null, new("Hello", "")), StringComparison.Ordinal);

    [Fact]
    public void A_message_that_programs_would_cut_off_has_no_link()
    {
        var room = MailLink.Longest - MailLink.Of("a@b.c", new("", ""))!.Length;

        Assert.Equal(MailLink.Longest, MailLink.Of("a@b.c", new("", new string('x', room)))!.Length);
        Assert.Null(MailLink.Of("a@b.c", new("", new string('x', room + 1))));
        Assert.Null(MailLink.Of("a@b.c", new("", new string('ж', room / 2))));
    }

    private static RolloutStanding Standing(Rollout rollout, Playbook? playbook = null) => RolloutStanding.Of(
        playbook ?? Mesh, rollout, ImmutableDictionary<string, CheckAnswer>.Empty, ImmutableDictionary<string, TaskWork>.Empty, SmallRollout.Start);

    // Halves of letters that take two can't be written as UTF-8 by anybody.
    private static string Sound(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));

    private static string AsMailLines(string text)
    {
        var lines = new StringBuilder();

        for (var at = 0; at < text.Length; at++)
        {
            var isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            lines.Append(text[at] is '\r' or '\n' ? "\r\n" : text[at].ToString());
            at += isPair ? 1 : 0;
        }

        return lines.ToString();
    }

    // As RFC 3986 has it: a percent sign and two digits are a byte, everything else is itself.
    private static string Decoded(string text)
    {
        List<byte> bytes = [];

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%')
            {
                bytes.Add((byte)((Digit(text[at + 1]) * 16) + Digit(text[at + 2])));
                at += 2;
            }
            else
            {
                bytes.Add((byte)text[at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);

        static int Digit(char sign) => "0123456789ABCDEF".IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal);
    }
}
