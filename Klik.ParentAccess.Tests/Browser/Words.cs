namespace Klik.ParentAccess.Tests.Browser;

/// <summary>What people read on the main path, written down here once more: a wrong file of texts does not go unseen.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> Dutch = new(StringComparer.Ordinal)
    {
        ["Accept invitation"] = "Uitnodiging accepteren",
        ["Assessments"] = "Beoordelingen",
        ["Below you see what to change. What you typed is still there."] = "Hieronder zie je wat je moet veranderen. Wat je hebt ingevuld, staat er nog.",
        ["Can be accepted until"] = "Te accepteren tot",
        ["Continue with Google"] = "Verder met Google",
        ["Continue with your school account"] = "Verder met je schoolaccount",
        ["Conversations"] = "Gesprekken",
        ["E-mail address of your parent or carer"] = "E-mailadres van je ouder of verzorger",
        ["Grades"] = "Cijferlijst",
        ["Invite a parent"] = "Een ouder uitnodigen",
        ["Language"] = "Taal",
        ["Name of your parent or carer"] = "Naam van je ouder of verzorger",
        ["Nobody has access yet."] = "Er heeft nog niemand toegang.",
        ["Parents who can look along"] = "Ouders die meekijken",
        ["Personal goals"] = "Persoonlijke doelen",
        ["Personal links"] = "Persoonlijke koppelingen",
        ["Progress"] = "Voortgang",
        ["Sanne invites you"] = "Sanne nodigt u uit",
        ["Sanne: Assessments"] = "Sanne: Beoordelingen",
        ["Sanne: Conversations"] = "Sanne: Gesprekken",
        ["Sanne: Grades"] = "Sanne: Cijferlijst",
        ["Sanne: Personal goals"] = "Sanne: Persoonlijke doelen",
        ["Sanne: Personal links"] = "Sanne: Persoonlijke koppelingen",
        ["Sanne: Progress"] = "Sanne: Voortgang",
        ["Save"] = "Opslaan",
        ["Send invitation"] = "Uitnodiging versturen",
        ["Settings"] = "Instellingen",
        ["Sign out"] = "Uitloggen",
        ["Skip to the page"] = "Direct naar de pagina",
        ["Stop access"] = "Toegang stoppen",
        ["The access has stopped"] = "De toegang is gestopt",
        ["The invitation is on its way"] = "De uitnodiging is onderweg",
        ["The link from the e-mail"] = "De link uit de e-mail",
        ["This is not a complete e-mail address."] = "Dit is geen compleet e-mailadres.",
        ["Who has access"] = "Wie heeft toegang",
        ["Yes, accept the invitation"] = "Ja, accepteer de uitnodiging",
        ["Yes, stop access"] = "Ja, stop de toegang",
        ["You are invited to look along"] = "U bent uitgenodigd om mee te kijken",
        ["You are signed out"] = "U bent uitgelogd",
        ["You have no access"] = "U hebt geen toegang",
        ["Your child"] = "Uw kind",
        ["Your choice has been saved."] = "Uw keuze is opgeslagen.",
    };

    /// <summary>The words in a language, by those in English.</summary>
    public static string In(string language, string english) => language == "nl" ? Dutch[english] : english;
}
