package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.internal.coordination.DefaultCoordinationBodies;
import org.gridloom.organization.internal.coordination.TaskCases;
import org.gridloom.organization.internal.coordination.TaskLampRules;
import org.gridloom.organization.internal.coordination.TaskReminderRules;
import org.gridloom.organization.internal.coordination.TaskReminders;
import org.gridloom.organization.internal.coverage.CoverageFigures;
import org.gridloom.organization.internal.coverage.CoverageReader;
import org.gridloom.organization.internal.coverage.DefaultCoverage;
import org.gridloom.organization.internal.outside.DefaultOutsideOrganizations;
import org.gridloom.organization.internal.party.DefaultPartyOrganizations;
import org.gridloom.organization.internal.party.PartyFigures;
import org.gridloom.organization.internal.people.DefaultPeople;
import org.gridloom.organization.internal.people.DefaultPosts;
import org.gridloom.organization.internal.people.PersonFields;
import org.gridloom.organization.internal.people.PersonSubjects;
import org.gridloom.organization.internal.people.PersonVault;
import org.gridloom.organization.internal.people.PostFigures;
import org.gridloom.organization.internal.people.PostLedger;
import org.gridloom.organization.internal.register.DefaultVocabulary;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.state.Cases;
import org.gridloom.platform.states.internal.DefaultCases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestJobs;
import org.gridloom.platform.testkit.TestNotices;
import org.gridloom.platform.testkit.TestRules;
import org.gridloom.platform.testkit.TestVault;
import org.gridloom.platform.testkit.WeekdayCalendar;

/** The services of party organisations and people over a test database, and short words for what tests often do. */
final class PartyDesk {

    static final LocalDate START = LocalDate.of(2021, 7, 1);
    static final String DISTRICT = "210102";
    static final String STREET = "210102001";
    static final String COMMUNITY = "210102001001";
    static final String GRID = "210102001001001";
    static final String GRID2 = "210102001001002";

    final TerritoryDesk territory;
    final Desk desk;
    final DefaultVocabulary vocabulary;
    final DefaultPartyOrganizations party;
    final TestVault vault;
    final PersonVault numbers;
    final PersonSubjects subjects;
    final DefaultPeople people;
    final DefaultPosts posts;
    final DefaultOutsideOrganizations outside;
    final TestJobs jobs = new TestJobs();
    final TestNotices notices = new TestNotices();
    final TaskReminders reminders;
    final TaskCases cases;
    final DefaultCoordinationBodies bodies;
    final DefaultCoverage coverage;
    final PartyFigures partyFigures;
    final PostFigures postFigures;
    final CoverageFigures coverageFigures;

    PartyDesk(TestDatabase database) {
        territory = new TerritoryDesk(database).withDistrict();
        desk = new Desk(
                database.transactions(), database.access(), territory.directory, database.checks(), territory.reader);
        PostLedger ledger = new PostLedger(desk);
        CoverageReader reader = new CoverageReader(desk);
        vocabulary = new DefaultVocabulary(desk);
        party = new DefaultPartyOrganizations(desk, ledger);
        vault = new TestVault(database.access(), new PersonFields());
        numbers = new PersonVault(vault);
        subjects = new PersonSubjects(desk);
        people = new DefaultPeople(desk, numbers);
        posts = new DefaultPosts(desk, ledger);
        outside = new DefaultOutsideOrganizations(desk, ledger);
        reminders = new TaskReminders(
                new TestRules(new TaskReminderRules()), new WeekdayCalendar(), jobs, notices, database.clock());
        cases = new TaskCases(desk, cases(database));
        bodies = new DefaultCoordinationBodies(desk, ledger, cases, reminders);
        coverage = new DefaultCoverage(desk, reader);
        partyFigures = new PartyFigures(desk);
        postFigures = new PostFigures(desk);
        coverageFigures = new CoverageFigures(reader);
    }

    static Cases cases(TestDatabase database) {
        return DefaultCases.of(
                database.transactions("org.gridloom.platform.states"),
                database.access(),
                database.checks(),
                new TestRules(new TaskLampRules()),
                new WeekdayCalendar(),
                database.clock());
    }

    DefaultPartyImport imports() {
        return new DefaultPartyImport(
                territory.sheets(),
                new PartySheet(desk, party),
                new OutsideSheet(desk, outside),
                new PostSheet(desk, posts, numbers));
    }

    /** District committee QW, street working committees JD1 and JD2, community organisation SQ and branch ZB below JD1. */
    PartyDesk withParty() {
        found("QW", "committee", "district-committee", null, DISTRICT);
        found("JD1", "street", "working-committee", "QW", STREET);
        found("JD2", "street", "working-committee", "QW", "210102002");
        found("SQ", "community", "party-committee", "JD1", COMMUNITY);
        found("ZB", "branch", "branch", "SQ", GRID);
        return this;
    }

    PartyOrganization found(String code, String level, String type, String parent, String seat, String... covers) {
        return party.create(
                new PartyOrganizationDraft(code, code + "组织", level, type, parent, seat, List.of(covers), START, null));
    }

    Person person(String code, String name, String unit) {
        return people.create(new PersonDraft(code, name, null, null, null, unit, null, null));
    }

    Post appoint(String person, String kind, String at, LocalDate from, LocalDate to) {
        return posts.appoint(new PostAppointment(person, kind, at, from, to, null, null, null));
    }

    FigureQuery figures(String unit, LocalDate asOf, String... codes) {
        return new FigureQuery(java.util.Set.of(codes), unit, territory.directory.scope(unit, asOf), asOf, null);
    }
}
