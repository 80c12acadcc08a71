using System.Collections.Immutable;
using System.Globalization;

namespace MeshReadiness.Core.Imports;

/// <summary>What a playbook tells a rule that reads exports.</summary>
/// <param name="values">The parameters by name.</param>
public sealed class ImportParameters(ImmutableDictionary<string, string> values)
{
    /// <summary>Names an app.</summary>
    public const string AppName = "app";

    /// <summary>Names apps, separated by commas.</summary>
    public const string AppsName = "apps";

    /// <summary>Names a setting of a policy.</summary>
    public const string SettingName = "setting";

    /// <summary>The value that a setting must have.</summary>
    public const string ValueName = "value";

    /// <summary>The value of a setting that lets people in.</summary>
    public const string OnName = "on";

    /// <summary>The value of a setting that keeps people out.</summary>
    public const string OffName = "off";

    /// <summary>What must be reachable, as <see cref="NetworkTarget.Read"/> reads it.</summary>
    public const string TargetsName = "targets";

    /// <summary>The least number of processor cores.</summary>
    public const string CoresName = "cores";

    /// <summary>The least memory in GB.</summary>
    public const string MemoryName = "memoryGb";

    /// <summary>The least version.</summary>
    public const string VersionName = "version";

    /// <summary>Which devices: <c>all</c> or <c>headsets</c>.</summary>
    public const string DevicesName = "devices";

    /// <summary>Whether all devices must have the same version: <c>true</c> or <c>false</c>.</summary>
    public const string SameName = "same";

    /// <summary>Names models, separated by commas.</summary>
    public const string ModelsName = "models";

    /// <summary>Any rule can have it: one sentence on what the export leaves open even when all that it tells is well.</summary>
    public const string LeavesOpenName = "leavesOpen";

    internal string App => values[AppName];

    internal IReadOnlyList<string> Apps => Split(values[AppsName]);

    internal string Setting => values[SettingName];

    internal string Value => values[ValueName];

    internal string On => values[OnName];

    internal string Off => values[OffName];

    internal ImmutableArray<NetworkTarget> Targets => NetworkTarget.Read(values[TargetsName]).Value;

    internal int Cores => int.Parse(values[CoresName], CultureInfo.InvariantCulture);

    internal int MemoryGb => int.Parse(values[MemoryName], CultureInfo.InvariantCulture);

    internal string VersionText => values[VersionName];

    internal Version Version => Versions.Read(VersionText)!;

    internal bool OnlyHeadsets => values[DevicesName] is "headsets";

    internal bool MustBeSame => values[SameName] is "true";

    internal IReadOnlyList<string> Models => Split(values[ModelsName]);

    internal string? LeavesOpen => values.GetValueOrDefault(LeavesOpenName);

    /// <summary>What a parameter must be; <see langword="null"/> when it is that.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">What a playbook says.</param>
    public static string? WhyNot(string name, string value) => name switch
    {
        CoresName or MemoryName => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? null : "must be a whole number in quotes",
        VersionName => Versions.Read(value) is null ? "must be a version like 5.2513.3.0" : null,
        DevicesName => value is "all" or "headsets" ? null : "must be all or headsets",
        SameName => value is "true" or "false" ? null : "must be true or false",
        TargetsName => NetworkTarget.Read(value) is { Succeeded: false } broken ? broken.Problem.Detail : null,
        _ => null,
    };

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);
}
