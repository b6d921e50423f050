namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>A programme as its file words it.</summary>
internal sealed class ToldProgramme
{
    public string? Code { get; set; }

    public int Year { get; set; }

    public string? Name { get; set; }

    public string? Candidates { get; set; }

    public List<string> Awards { get; set; } = [];

    public string? Cycle { get; set; }

    public Dictionary<string, string> Sources { get; set; } = [];

    public List<ToldRule> Rules { get; set; } = [];

    public List<ToldStage> Publicity { get; set; } = [];

    public List<ToldShare> Shares { get; set; } = [];

    public List<string> Consultations { get; set; } = [];

    public List<string> Papers { get; set; } = [];

    public string? Note { get; set; }
}

/// <summary>A rule as its file words it: its name, where it stands, and what it needs to know.</summary>
internal sealed class ToldRule
{
    public string? Rule { get; set; }

    public string? Source { get; set; }

    public string? Clause { get; set; }

    public List<string> Levels { get; set; } = [];

    public List<string> Families { get; set; } = [];

    public List<string> Awards { get; set; } = [];

    public bool InPrinciple { get; set; }

    public bool DispatchedToo { get; set; }

    public int? Years { get; set; }

    public int? Percent { get; set; }

    public int? AtLeast { get; set; }

    public string? Fact { get; set; }

    public string? Condition { get; set; }

    /// <summary>是 or 否.</summary>
    public string? MustBe { get; set; }

    public List<string> OneOf { get; set; } = [];

    public string? Grade { get; set; }
}

internal sealed class ToldStage
{
    public string? Name { get; set; }

    public int WorkingDays { get; set; }

    public int Days { get; set; }
}

internal sealed class ToldShare
{
    public string? Group { get; set; }

    public int? AtLeast { get; set; }

    public int? AtMost { get; set; }

    public string? Source { get; set; }
}
