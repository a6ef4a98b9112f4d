package org.gridloom.districts.heping.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.districts.heping.generator.Territory.Community;
import org.gridloom.districts.heping.generator.Territory.Street;

/** The organisations that share in the work of the district, its streets and its communities. */
final class Partners {

    private static final int PROPERTY_COMPANIES_OF_A_STREET = 3;

    /** They make up the coordination body. */
    private static final List<String> DEPARTMENTS = List.of(
            "区委组织部", "区委社会工作部", "区信访局", "区民政局", "区司法局", "区城市建设局", "区房产局", "区应急管理局", "区城市管理综合行政执法局", "区卫生健康局", "区教育局");

    private static final List<String> PROPERTY_COMPANIES = List.of(
            "锦程", "安和", "瑞景", "宏泰", "绿洲", "诚佳", "佳园", "盛居", "恒悦", "康居", "福佑", "汇通", "晟邦", "雅和", "金管家", "祥瑞", "益民", "卓居",
            "德馨", "北辰", "永兴", "美居", "万安", "和顺", "同心", "嘉禾", "百安", "长信", "明达", "广厦");

    private final List<Partner> all = new ArrayList<>();
    private final List<Partner> departments = new ArrayList<>();
    private final Map<Unit, List<Partner>> institutions = new HashMap<>();
    private final Map<Unit, Partner> propertyCompanies = new HashMap<>();

    private Partners() {}

    static Partners in(Territory territory) {
        Partners partners = new Partners();
        Unit district = territory.district();
        DEPARTMENTS.forEach(name -> partners.departments.add(partners.register("JG", name, "government", district)));
        for (Street street : territory.streets()) {
            partners.institutions(street);
            partners.propertyCompanies(street);
            street.communities().forEach(partners::selfGovernment);
        }
        return partners;
    }

    List<Partner> all() {
        return all;
    }

    /** Of the district. */
    List<Partner> departments() {
        return departments;
    }

    /** Public institutions of a street: its "N". */
    List<Partner> institutionsOf(Street street) {
        return institutions.get(street.unit());
    }

    Partner propertyCompanyOf(Community community) {
        return propertyCompanies.get(community.unit());
    }

    private void institutions(Street street) {
        Unit seat = street.unit();
        String name = seat.name().replace("街道", "");
        institutions.put(
                seat,
                List.of(
                        register("PC", name + "派出所", "police-station", seat),
                        register("ZF", name + "街道综合行政执法队", "government", seat),
                        register("WS", name + "社区卫生服务中心", "medical", seat),
                        register("XX", name + "实验学校", "school", seat)));
    }

    /** The street's communities are shared out among a few companies. */
    private void propertyCompanies(Street street) {
        for (List<Community> served : Shares.evenly(street.communities(), PROPERTY_COMPANIES_OF_A_STREET)) {
            String name = "沈阳" + PROPERTY_COMPANIES.get(numberOf("WY") - 1) + "物业服务有限公司";
            List<Unit> units = served.stream().map(Community::unit).toList();
            Partner company = register("WY", name, "property-company", units.get(0), units);
            units.forEach(unit -> propertyCompanies.put(unit, company));
        }
    }

    private void selfGovernment(Community community) {
        Unit unit = community.unit();
        if (community.isVillage()) {
            register("JW", community.name() + "村民委员会", "villagers-committee", unit);
            return;
        }
        register("JW", community.name() + "居民委员会", "residents-committee", unit);
        community.grids().stream()
                .filter(grid -> Dice.of("owners", grid.unit().code()).inHundred(20))
                .forEach(grid -> register("YW", grid.estate() + "业主委员会", "owners-committee", grid.unit()));
    }

    private Partner register(String letters, String name, String type, Unit seat) {
        return register(letters, name, type, seat, List.of(seat));
    }

    private Partner register(String letters, String name, String type, Unit seat, List<Unit> serves) {
        Partner partner = new Partner(letters + Numerals.padded(numberOf(letters), 4), name, type, seat, serves);
        all.add(partner);
        return partner;
    }

    /** Number of the next partner whose code begins with these letters. */
    private int numberOf(String letters) {
        return (int) all.stream()
                        .filter(partner -> partner.code().startsWith(letters))
                        .count()
                + 1;
    }
}
