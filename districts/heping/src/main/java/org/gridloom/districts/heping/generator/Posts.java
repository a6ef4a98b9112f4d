package org.gridloom.districts.heping.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.districts.heping.generator.Organization.Level;
import org.gridloom.districts.heping.generator.Territory.Community;
import org.gridloom.districts.heping.generator.Territory.Grid;
import org.gridloom.districts.heping.generator.Territory.Street;

/** Finds people for the posts: every organisation its head, every grid its head and a full-time worker. */
final class Posts {

    private static final LocalDate FIRST_TERM = LocalDate.of(2021, 6, 1);
    private static final int MONTHS_OF_APPOINTMENTS = 52;
    private static final int DIGITS_OF_A_COMMUNITY = 12;

    private final List<Post> posts = new ArrayList<>();
    private final Map<String, Person> heads = new HashMap<>();
    private int people;

    private Posts() {}

    static List<Post> fill(Territory territory, List<Organization> organizations, Partners partners) {
        Posts posts = new Posts();
        organizations.forEach(posts::head);
        for (Street street : territory.streets()) {
            posts.street(street, partners);
        }
        posts.coordination(territory, partners);
        return List.copyOf(posts.posts);
    }

    private void head(Organization organization) {
        String code = organization.code();
        Dice dice = Dice.of("head", code);
        Person head = organization.level() == Level.HOST_HOUSEHOLD
                ? host(organization, dice)
                : member(organization.seat(), dice);
        heads.put(code, head);
        appoint(head, organization.level().head(), code, dice);
    }

    /** A group's leader often is the host where it is seated. */
    private Person host(Organization household, Dice dice) {
        boolean atSeatOfGroup = household.superior().equals(Level.BUILDING_GROUP.codeAt(household.seat()))
                && household.code().equals(Level.HOST_HOUSEHOLD.codeAt(household.seat()));
        return atSeatOfGroup && dice.inHundred(45) ? heads.get(household.superior()) : member(household.seat(), dice);
    }

    private void street(Street street, Partners partners) {
        Unit unit = street.unit();
        Dice dice = Dice.of("street", unit.code());
        String committee = Level.STREET.codeAt(unit);
        appoint(member(unit, dice), "deputy-secretary", committee, dice);
        for (Partner institution : partners.institutionsOf(street)) {
            Person leader = member(unit, dice);
            appoint(leader, "unit-leader", institution.code(), dice);
            posts.add(new Post(leader, "part-time-member", committee, term(dice), null, institution.code()));
        }
        street.communities().forEach(community -> community(community, partners.propertyCompanyOf(community)));
    }

    private void community(Community community, Partner propertyCompany) {
        Unit unit = community.unit();
        Dice dice = Dice.of("community", unit.code());
        String committee = Level.COMMUNITY.codeAt(unit);
        appoint(member(unit, dice), "deputy-secretary", committee, dice);
        appoint(worker(unit, dice), "community-worker", unit.code(), dice);
        appoint(worker(unit, dice), "community-worker", unit.code(), dice);
        Person manager = member(unit, dice);
        String company = propertyCompany.code();
        appoint(manager, "property-manager", company, dice);
        posts.add(new Post(manager, "part-time-member", committee, term(dice), company, company));
        community.grids().forEach(this::grid);
    }

    /** A branch's secretary often heads the grid, too. */
    private void grid(Grid grid) {
        Unit unit = grid.unit();
        Dice dice = Dice.of("grid posts", unit.code());
        Person secretary = heads.get(Level.BRANCH.codeAt(unit));
        Person head = secretary != null && dice.inHundred(60) ? secretary : member(unit, dice);
        appoint(head, "grid-head", unit.code(), dice);
        appoint(worker(unit, dice), "full-time-worker", unit.code(), dice);
    }

    /** The secretaries of district and streets and the leaders of its departments. */
    private void coordination(Territory territory, Partners partners) {
        Unit district = territory.district();
        String body = "XT" + district.code();
        Dice dice = Dice.of("coordination", body);
        appoint(heads.get(Level.COMMITTEE.codeAt(district)), "convener", body, dice);
        for (Partner department : partners.departments()) {
            Person leader = member(district, dice);
            appoint(leader, "unit-leader", department.code(), dice);
            posts.add(new Post(leader, "body-member", body, term(dice), null, department.code()));
        }
        for (Street street : territory.streets()) {
            appoint(heads.get(Level.STREET.codeAt(street.unit())), "body-member", body, dice);
        }
    }

    private void appoint(Person person, String kind, String at, Dice dice) {
        posts.add(new Post(person, kind, at, term(dice), null, null));
    }

    private Person member(Unit unit, Dice dice) {
        return person(unit, dice, true, dice.between(1952, 1995));
    }

    private Person worker(Unit unit, Dice dice) {
        return person(unit, dice, dice.inHundred(55), dice.between(1978, 2001));
    }

    private Person person(Unit seat, Dice dice, boolean partyMember, int birthYear) {
        boolean woman = dice.inHundred(58);
        String name = Names.person(dice, woman);
        String unit = seat.code().substring(0, Math.min(seat.code().length(), DIGITS_OF_A_COMMUNITY));
        people++;
        return new Person("RY" + Numerals.padded(people, 6), name, woman, birthYear, partyMember, unit);
    }

    private static LocalDate term(Dice dice) {
        return FIRST_TERM.plusMonths(dice.between(0, MONTHS_OF_APPOINTMENTS));
    }
}
