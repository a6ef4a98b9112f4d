package org.gridloom.districts.heping.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridloom.districts.heping.generator.Organization.Level;
import org.gridloom.districts.heping.generator.Organization.Type;
import org.gridloom.districts.heping.generator.Territory.Community;
import org.gridloom.districts.heping.generator.Territory.Grid;
import org.gridloom.districts.heping.generator.Territory.Street;

/** Founds the party organisations over the territory, superiors before inferiors. */
final class Party {

    static final int BUILDING_GROUPS = 1765;
    static final int HOST_HOUSEHOLDS = 2180;

    private static final int GRIDS_OF_A_COMMITTEE = 9;
    private static final int GRIDS_OF_A_GENERAL_BRANCH = 5;

    private final List<Organization> organizations = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();

    private Party() {}

    /** A branch and the buildings where its members live. */
    private record Branch(Organization organization, List<Unit> buildings) {}

    static List<Organization> over(Territory territory) {
        Party party = new Party();
        Unit district = territory.district();
        Organization committee = party.found(
                Organization.of(Level.COMMITTEE, district, null, Type.DISTRICT_COMMITTEE, "中共沈阳市" + district.name()));
        territory.streets().forEach(street -> party.street(street, committee));
        party.hosts(party.groups());
        return List.copyOf(party.organizations);
    }

    private Organization found(Organization organization) {
        organizations.add(organization);
        return organization;
    }

    private void street(Street street, Organization district) {
        Unit unit = street.unit();
        Organization committee =
                found(Organization.of(Level.STREET, unit, district, Type.WORKING_COMMITTEE, unit.name()));
        street.communities().forEach(community -> community(community, committee));
    }

    private void community(Community community, Organization street) {
        Organization committee =
                found(Organization.of(Level.COMMUNITY, community.unit(), street, typeFor(community), community.name()));
        List<Grid> grids = community.grids();
        if (hasJointBranch(community)) {
            joint(grids.subList(0, 2), committee);
            grids.subList(2, grids.size() - 1).forEach(grid -> branch(grid, committee));
            twoBranches(grids.get(grids.size() - 1), committee);
        } else {
            grids.forEach(grid -> branch(grid, committee));
        }
    }

    private static Type typeFor(Community community) {
        int grids = community.grids().size();
        if (grids >= GRIDS_OF_A_COMMITTEE) {
            return Type.PARTY_COMMITTEE;
        }
        return grids >= GRIDS_OF_A_GENERAL_BRANCH ? Type.GENERAL_BRANCH : Type.BRANCH;
    }

    /** In some large communities two neighbouring grids share a branch and another grid has two. */
    private static boolean hasJointBranch(Community community) {
        return community.grids().size() >= GRIDS_OF_A_COMMITTEE
                && Dice.of("joint branch", community.unit().code()).inHundred(25);
    }

    private void branch(Grid grid, Organization committee) {
        Unit unit = grid.unit();
        Organization branch = Organization.of(Level.BRANCH, unit, committee, Type.BRANCH, unit.name());
        branches.add(new Branch(found(branch), grid.buildings()));
    }

    private void joint(List<Grid> grids, Organization committee) {
        List<Unit> units = grids.stream().map(Grid::unit).toList();
        String estates = grids.stream().map(Grid::estate).collect(Collectors.joining("、"));
        Organization branch =
                Organization.of(Level.BRANCH, units.get(0), 1, committee, Type.JOINT_BRANCH, estates, units);
        List<Unit> buildings =
                grids.stream().flatMap(grid -> grid.buildings().stream()).toList();
        branches.add(new Branch(found(branch), buildings));
    }

    private void twoBranches(Grid grid, Organization committee) {
        Unit unit = grid.unit();
        int number = 1;
        for (List<Unit> half : Shares.evenly(grid.buildings(), 2)) {
            String whose = unit.name() + "第" + Numerals.of(number);
            Organization branch =
                    Organization.of(Level.BRANCH, unit, number, committee, Type.BRANCH, whose, List.of(unit));
            branches.add(new Branch(found(branch), half));
            number++;
        }
    }

    /** Each branch has at least one group; more buildings, more groups. */
    private List<Organization> groups() {
        List<Integer> weights =
                branches.stream().map(branch -> branch.buildings().size() - 1).toList();
        List<Integer> shares = Shares.atLeastOne(BUILDING_GROUPS, weights);
        List<Organization> groups = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            Shares.evenly(branch.buildings(), shares.get(i))
                    .forEach(buildings -> groups.add(group(branch.organization(), buildings)));
        }
        return groups;
    }

    private Organization group(Organization branch, List<Unit> buildings) {
        Unit first = buildings.get(0);
        String whose = buildings.size() == 1 ? first.name() : first.name() + "等" + buildings.size() + "栋";
        return found(Organization.of(Level.BUILDING_GROUP, first, 1, branch, Type.GROUP, whose, buildings));
    }

    /** Each group has one host or more. */
    private void hosts(List<Organization> groups) {
        List<Integer> weights = groups.stream()
                .map(group -> Dice.of("hosts", group.code()).between(0, 4))
                .toList();
        List<Integer> shares = Shares.atLeastOne(HOST_HOUSEHOLDS, weights);
        for (int i = 0; i < groups.size(); i++) {
            hosts(groups.get(i), shares.get(i));
        }
    }

    private void hosts(Organization group, int hosts) {
        List<Unit> buildings = group.covers();
        for (int host = 0; host < hosts; host++) {
            Unit home = buildings.get(host % buildings.size());
            int inBuilding = host / buildings.size() + 1;
            String whose = home.name() + "第" + Numerals.of(inBuilding);
            found(Organization.of(Level.HOST_HOUSEHOLD, home, inBuilding, group, Type.HOUSEHOLD, whose, List.of(home)));
        }
    }
}
