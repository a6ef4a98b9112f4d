package org.gridloom.districts.heping.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridloom.districts.heping.generator.Unit.People;

/** The district's published streets, communities and villages, with invented grids and buildings below them. */
record Territory(Unit district, List<Street> streets) {

    static final int COMMUNITIES = 126;
    static final int GRIDS = 931;

    /** 幸福里社区, whose meeting the article shows: a large community. */
    private static final String XINGFULI = "210102021011";

    /** The article counts one community more than the published list; its suffix is one that no real one bears. */
    private static final Division ADDED = new Division("210102021190", "210102021", "community", "和韵里社区");

    record Street(Unit unit, List<Community> communities) {}

    record Community(Unit unit, List<Grid> grids) {

        boolean isVillage() {
            return unit.kind().equals("village");
        }

        /** What its people call it: 幸福里社区, 满融村. */
        String name() {
            return unit.name().replace("村民委员会", "");
        }
    }

    record Grid(Unit unit, String estate, List<Unit> buildings) {}

    static Territory complete(List<Division> divisions) {
        List<Division> communities =
                new ArrayList<>(divisions.stream().filter(Division::isCommunity).toList());
        communities.add(ADDED);
        List<Integer> weights = communities.stream().map(Territory::weight).toList();
        List<Integer> grids = Shares.atLeastOne(GRIDS, weights);
        List<Community> completed = IntStream.range(0, communities.size())
                .mapToObj(i -> community(communities.get(i), grids.get(i)))
                .toList();
        List<Street> streets = divisions.stream()
                .filter(division -> division.level().equals("street"))
                .map(street -> new Street(
                        street.unit(),
                        completed.stream()
                                .filter(community -> community.unit().code().startsWith(street.code()))
                                .toList()))
                .toList();
        return new Territory(divisions.get(0).unit(), streets);
    }

    List<Community> communities() {
        return streets.stream().flatMap(street -> street.communities().stream()).toList();
    }

    List<Grid> grids() {
        return communities().stream()
                .flatMap(community -> community.grids().stream())
                .toList();
    }

    /** Parents before children. */
    Stream<Unit> units() {
        return Stream.concat(
                Stream.of(district),
                streets.stream()
                        .flatMap(street -> Stream.concat(
                                Stream.of(street.unit()),
                                street.communities().stream().flatMap(Territory::units))));
    }

    private static Stream<Unit> units(Community community) {
        return Stream.concat(
                Stream.of(community.unit()),
                community.grids().stream()
                        .flatMap(grid -> Stream.concat(Stream.of(grid.unit()), grid.buildings().stream())));
    }

    private static int weight(Division community) {
        if (community.code().equals(XINGFULI)) {
            return 100;
        }
        Dice dice = Dice.of("grids", community.code());
        return community.isVillage() ? dice.between(12, 40) : dice.between(30, 110);
    }

    private static Community community(Division division, int size) {
        Community empty = new Community(division.equals(ADDED) ? division.invented() : division.unit(), List.of());
        Set<String> estates = new HashSet<>();
        List<Grid> grids = IntStream.rangeClosed(1, size)
                .mapToObj(number -> grid(empty, number, estates))
                .toList();
        return new Community(empty.unit(), grids);
    }

    private static Grid grid(Community community, int number, Set<String> estates) {
        String code = community.unit().code() + Numerals.padded(number, 3);
        Dice dice = Dice.of("grid", code);
        String estate = Stream.generate(() -> Names.estate(dice))
                .filter(estates::add)
                .findFirst()
                .orElseThrow();
        int size = community.isVillage() ? dice.between(2, 4) : dice.between(3, 6);
        List<Unit> buildings = IntStream.rangeClosed(1, size)
                .mapToObj(building -> building(code + Numerals.padded(building, 3), estate + building + "号楼", dice))
                .toList();
        People people = buildings.stream().map(Unit::people).reduce(People.NONE, People::plus);
        String name = community.name() + "第" + Numerals.of(number) + "网格";
        String extent = estate + "1号楼至" + size + "号楼及周边沿街门市";
        return new Grid(new Unit(code, "grid", "basic", name, people, extent, true), estate, buildings);
    }

    private static Unit building(String code, String name, Dice dice) {
        int households = dice.between(36, 132);
        People people = new People(households, households * dice.between(190, 270) / 100);
        return new Unit(code, "building", null, name, people, null, true);
    }
}
