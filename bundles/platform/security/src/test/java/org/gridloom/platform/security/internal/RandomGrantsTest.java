package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;

/** Roles that are granted, changed and revoked in whatever order, against a list of grants that is gone through by hand. */
class RandomGrantsTest {

    private static final String ROOT = "210102";
    private static final List<String> ACCOUNTS = List.of("li", "wang");
    private static final List<String> ROLES = List.of("role-a", "role-b", "role-c");
    private static final List<String> PERMISSIONS =
            List.of("patrol.route.view", "patrol.route.edit", "venues.room.book");
    private static final List<String> UNITS =
            List.of(ROOT, "210102021", "210102021001", "210102021002001", "210102022");
    private static final List<String> PROBES = List.of(
            ROOT, "210102021", "210102021001", "210102021001007", "210102021002001", "210102022003", "210102023");

    /** What is done. */
    enum Act {
        GRANT,
        REVOKE,
        CHANGE_ROLE,
        DISABLE,
        ENABLE,
        NEXT_DAY
    }

    /**
     * @param from days from now on
     * @param days how many it lasts; none for an open end
     * @param number chooses among grants that there are
     */
    record Step(
            Act act,
            String account,
            String role,
            String unit,
            int from,
            int days,
            int number,
            Set<String> permissions) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                Act.GRANT,
                                Act.GRANT,
                                Act.GRANT,
                                Act.GRANT,
                                Act.REVOKE,
                                Act.CHANGE_ROLE,
                                Act.DISABLE,
                                Act.ENABLE,
                                Act.NEXT_DAY),
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(ROLES),
                        Arbitraries.of(UNITS).injectNull(0.1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of(PERMISSIONS).set())
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void anAccountMayWhatItsGrantsSayAndNothingElse(@ForAll("steps") List<Step> steps) {
        try (TestDatabase db = TestDatabase.of(Node.UNIT)) {
            Model model = new Model(db);
            for (Step step : steps) {
                model.take(step);
                ACCOUNTS.forEach(model::requireAgreement);
            }
        }
    }

    private record Given(long id, String account, NewGrant grant) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(grant.validFrom()) && (grant.validTo() == null || !day.isAfter(grant.validTo()));
        }

        boolean isEverywhere() {
            return grant.unit() == null || grant.unit().equals(ROOT);
        }

        boolean covers(String unit) {
            return isEverywhere() || unit.startsWith(grant.unit());
        }
    }

    private static final class Model {

        private final Node node;
        private final Map<String, Set<String>> roles = new HashMap<>();
        private final List<Given> given = new ArrayList<>();
        private final Set<String> disabled = new HashSet<>();
        private LocalDate today;

        Model(TestDatabase db) {
            node = new Node(db);
            today = LocalDate.now(db.clock());
            ACCOUNTS.forEach(name -> node.account(name, null, "210102099", "patrol.none.at-all"));
            node.access.asSystem("test", () -> {
                for (String role : ROLES) {
                    roles.put(role, Set.of(PERMISSIONS.get(0)));
                    node.roles.create(new RoleDraft(role, "角色", "Role", roles.get(role)));
                }
                return null;
            });
        }

        void take(Step step) {
            node.access.asSystem("test", () -> {
                switch (step.act()) {
                    case GRANT -> grant(step);
                    case REVOKE -> revoke(step.number());
                    case CHANGE_ROLE -> change(step.role(), step.permissions());
                    case DISABLE -> {
                        node.accounts.disable(step.account(), null);
                        disabled.add(step.account());
                    }
                    case ENABLE -> {
                        node.accounts.enable(step.account(), null);
                        disabled.remove(step.account());
                    }
                    case NEXT_DAY -> {
                        today = today.plusDays(1);
                        node.db.clock().set(today);
                    }
                }
                return null;
            });
        }

        private void grant(Step step) {
            LocalDate from = today.plusDays(step.from());
            NewGrant wanted = new NewGrant(
                    step.role(), step.unit(), from, step.days() == 0 ? null : from.plusDays(step.days() - 1));
            long id = node.grants.add(step.account(), wanted).id();
            if (given.stream().noneMatch(known -> known.id() == id)) {
                given.add(new Given(id, step.account(), wanted));
            }
        }

        private void revoke(int number) {
            if (!given.isEmpty()) {
                Given gone = given.remove(number % given.size());
                node.grants.revoke(gone.account(), gone.id(), null);
            }
        }

        private void change(String role, Set<String> permissions) {
            long version = node.roles.get(role).version();
            node.roles.change(new RoleDraft(role, "角色", "Role", permissions), version);
            roles.put(role, permissions);
        }

        void requireAgreement(String account) {
            if (disabled.contains(account)) {
                Problem problem = catchThrowableOfType(
                        Problem.class, () -> node.runAs(account, () -> node.access.scope(PERMISSIONS.get(0))));
                assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
                return;
            }
            node.runAs(account, () -> {
                for (String permission : PERMISSIONS) {
                    List<Given> held = held(account, permission);
                    for (String unit : PROBES) {
                        boolean may = held.stream().anyMatch(each -> each.covers(unit));
                        assertThat(node.access.may(permission, unit))
                                .as("%s %s in %s", account, permission, unit)
                                .isEqualTo(may);
                        assertThat(isLetIn(() -> node.access.require(permission, unit)))
                                .isEqualTo(may);
                    }
                    assertThat(isLetIn(() -> node.access.require(permission))).isEqualTo(!held.isEmpty());
                    assertThat(isLetIn(() -> node.access.requireEverywhere(permission)))
                            .isEqualTo(held.stream().anyMatch(Given::isEverywhere));
                }
            });
        }

        private List<Given> held(String account, String permission) {
            return given.stream()
                    .filter(each -> each.account().equals(account) && each.holdsOn(today))
                    .filter(each -> roles.get(each.grant().role()).contains(permission))
                    .toList();
        }

        private static boolean isLetIn(Runnable check) {
            try {
                check.run();
                return true;
            } catch (Problem refused) {
                assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
                return false;
            }
        }
    }
}
