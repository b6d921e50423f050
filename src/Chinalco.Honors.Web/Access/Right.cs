namespace Chinalco.Honors.Web.Access;

/// <summary>What a route asks of whoever comes. Every route names one; a route that names none is closed to all.</summary>
public enum Right
{
    /// <summary>Nothing: sign-in, the guide, the privacy notice, health, files of the site itself.</summary>
    Open = 1,

    /// <summary>Reading what is public, and more as far as the account's roles go. Without an account only where the setting allows it.</summary>
    Read = 2,

    /// <summary>An account, whatever its roles: one's own data and password.</summary>
    OwnAccount = 3,

    /// <summary>Handing in texts and following their jobs.</summary>
    Ingest = 4,

    /// <summary>Deciding who may see a person of one's units, and which facts.</summary>
    KeepPeople = 5,

    /// <summary>Accounts and roles.</summary>
    KeepAccounts = 6,

    /// <summary>How the site runs.</summary>
    KeepSystem = 7,

    /// <summary>The audit trail.</summary>
    ReadAudit = 8,

    /// <summary>Looking, for a purpose that is recorded, at the sensitive fields of a person in one's units.</summary>
    ReadSensitive = 9,

    /// <summary>Deciding what ingestion is unsure of, for one's units.</summary>
    Decide = 10,

    /// <summary>Taking tables in: rosters, headcounts, lists of winners, for what belongs to one's units.</summary>
    ImportPeople = 11,

    /// <summary>Entering, correcting and ending honours of people and units of one's units, with their evidence and certificates.</summary>
    KeepHonours = 12,

    /// <summary>Taking what one sees of a person away as a file, for a purpose that is recorded.</summary>
    Export = 14,

    /// <summary>Looking a list of people up at once, for a purpose that is recorded.</summary>
    LookUp = 15,

    /// <summary>What is missing, doubtful or contradictory in the registry, for one's units.</summary>
    ReadQuality = 16,

    /// <summary>Deciding what employees ask about themselves, for the people of one's units.</summary>
    AnswerRequests = 17,

    /// <summary>How the people, units and honours of one's units, and what no unit owns, became what they are. One's own is everybody's.</summary>
    ReadHistory = 18,

    /// <summary>Saying that two entries are one person, or one is two, where neither is another unit's.</summary>
    MergePeople = 19,

    /// <summary>Renaming, moving, merging, splitting, founding and ending units, where every unit concerned is one's own.</summary>
    KeepUnits = 20,

    /// <summary>The leader's page of a unit, printed on one sheet.</summary>
    ReadBrief = 21,

    /// <summary>Writing and publishing the policy that rankings are made with; HR of the whole group alone.</summary>
    KeepRankings = 22,

    /// <summary>Nominating people and units of one's units, and everything that a nomination asks for until its result is known.</summary>
    Nominate = 23,

    /// <summary>Writing and publishing the rules of programmes, and the calendars; union and HR of the whole group alone.</summary>
    KeepProgrammes = 24,
}
