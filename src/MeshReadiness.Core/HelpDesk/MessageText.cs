namespace MeshReadiness.Core.HelpDesk;

/// <summary>The texts that a message is made of. A data file has each under this name in camelCase.</summary>
public enum MessageText
{
    /// <summary>To somebody whose <c>{name}</c> is known.</summary>
    Greeting,

    /// <summary>To somebody whose name isn't known.</summary>
    GreetingNameless,

    /// <summary>Opens when somebody can <c>{do}</c> it.</summary>
    Ready,

    /// <summary>Opens when nobody can <c>{do}</c> it any more.</summary>
    Ended,

    /// <summary>Above what is missing besides.</summary>
    Besides,

    /// <summary>Opens when they can't <c>{do}</c> it.</summary>
    NotReady,

    /// <summary>Opens when that isn't known.</summary>
    Unknown,

    /// <summary>Opens when it isn't for this sort of person.</summary>
    NotForYou,

    /// <summary>Above one reason.</summary>
    WhyOne,

    /// <summary>Above several.</summary>
    WhyMany,

    /// <summary>Above what isn't known.</summary>
    NotSeen,

    /// <summary>Above what happens next.</summary>
    Next,

    /// <summary>What happens next where no reason tells it.</summary>
    WeLook,

    /// <summary>What they can do meanwhile, a <c>{list}</c>.</summary>
    Meanwhile,

    /// <summary>What they can do although something has ended, a <c>{list}</c>.</summary>
    Still,

    /// <summary>Opens a message about everything.</summary>
    All,

    /// <summary>Opens it when everything works.</summary>
    AllReady,

    /// <summary>Above what works.</summary>
    Works,

    /// <summary>Above what doesn't.</summary>
    WorksNot,

    /// <summary>Above what has ended.</summary>
    WorksNoMore,

    /// <summary>When there is nothing for this sort of person.</summary>
    Nothing,

    /// <summary>Where to turn with questions.</summary>
    Questions,

    /// <summary>Before the signature.</summary>
    Regards,

    /// <summary>Who sends it.</summary>
    Signature,
}

/// <summary>The labels of a note. A data file has each under this name in camelCase.</summary>
public enum NoteText
{
    /// <summary>The first line, with the person's <c>{name}</c>.</summary>
    Title,

    /// <summary>A person without a name.</summary>
    Unnamed,

    /// <summary>Before the object id.</summary>
    ObjectId,

    /// <summary>Before the sign-in name.</summary>
    SignInName,

    /// <summary>Before an experience.</summary>
    Experience,

    /// <summary>Before an action.</summary>
    Action,

    /// <summary>Before a verdict.</summary>
    Verdict,

    /// <summary>Above the reasons.</summary>
    Reasons,

    /// <summary>Before the facts of a reason.</summary>
    Facts,

    /// <summary>Before a remedy.</summary>
    Remedy,

    /// <summary>Before the role that can do it.</summary>
    Who,

    /// <summary>Before the page that a rule rests on.</summary>
    Source,

    /// <summary>Before the sentence as the portal shows it, in another language.</summary>
    Wording,

    /// <summary>Before the snapshot's id.</summary>
    Snapshot,

    /// <summary>Before the time when the facts were read.</summary>
    Read,

    /// <summary>Before the ids that prove it.</summary>
    Evidence,

    /// <summary>Before the address of the person's page.</summary>
    Page,

    /// <summary>A value that the directory doesn't have.</summary>
    NotSet,

    /// <summary>A rule that is met.</summary>
    Met,

    /// <summary>A rule that isn't.</summary>
    NotMet,

    /// <summary>A rule of which that isn't known.</summary>
    NotKnown,

    /// <summary>The verdict ready.</summary>
    Ready,

    /// <summary>The verdict not ready.</summary>
    NotReady,

    /// <summary>The verdict unknown.</summary>
    Unknown,

    /// <summary>The verdict not applicable.</summary>
    NotApplicable,
}
