package org.gridloom.platform.security.internal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.StateStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the three administrators apart (三员分立), where the district wants it. From then on whoever holds permissions of
 * two duties can use neither, nobody can be given two, and each duty always has somebody who does it.
 */
@Component(service = Separation.class)
public class Separation {

    private static final String SUBJECT = "district/administrators";

    private final RightsCache rights;
    private final Access access;
    private final PermissionCatalogue catalogue;
    private final Units units;

    /**
     * How it stands.
     *
     * @param separated whether the administrators are kept apart
     * @param holders accounts that have one duty and no other, in the whole district and without end, by duty
     */
    public record Standing(boolean separated, Map<Duty, Set<String>> holders) {}

    @Activate
    public Separation(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference PermissionCatalogue catalogue,
            @Reference Units units) {
        this.rights = rights;
        this.access = access;
        this.catalogue = catalogue;
        this.units = units;
    }

    public Standing standing() {
        access.requireEverywhere(Permissions.ROLE_VIEW);
        return rights.read(this::standing);
    }

    /** Keeps them apart, or ends that; refused where it would leave a duty, or everything, to nobody. */
    public Standing set(boolean separated, String reason) {
        access.requireEverywhere(Permissions.ROLE_EDIT);
        return rights.change(tx -> {
            StateStore state = new StateStore(tx.connection());
            if (state.separated() != separated) {
                state.setSeparated(separated);
                requireNone(tx, missing(tx));
                String action = separated ? "platform.administrators.separated" : "platform.administrators.joined";
                tx.audit(AuditEntry.changed(action, SUBJECT, null, Map.of(), Map.of(), reason));
                tx.publish(new EventDraft(action, 1, SUBJECT, null, Map.of()));
            }
            return standing(tx);
        });
    }

    /**
     * Makes a change after which there must still be whom there was before: somebody who can do everything, or, kept
     * apart, somebody for each duty; in the whole district, without end, with an account that is enabled.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} if nobody is left
     */
    void keepingWhoIsNeeded(Tx tx, Runnable change) {
        Set<Duty> before = missing(tx);
        change.run();
        tx.em().flush();
        Set<Duty> missing = missing(tx);
        missing.removeAll(before);
        requireNone(tx, missing);
    }

    /** Duties that nobody has; all of them, where administrators are not kept apart and there is none. */
    private Set<Duty> missing(Tx tx) {
        Set<Duty> missing = EnumSet.allOf(Duty.class);
        if (new StateStore(tx.connection()).separated()) {
            missing.removeAll(holders(tx).keySet());
        } else if (!new GrantStore(tx.em()).administrators(units.today()).isEmpty()) {
            missing.clear();
        }
        return missing;
    }

    private static void requireNone(Tx tx, Set<Duty> missing) {
        if (missing.isEmpty()) {
            return;
        }
        if (!new StateStore(tx.connection()).separated()) {
            throw Problem.conflict(
                    Text.of(
                            "这是最后一个管理员,须先指定另一个无期限的全区管理员",
                            "This is the last administrator: appoint another one first, for the whole district and without end"));
        }
        Text title = missing.iterator().next().title();
        throw Problem.conflict(Text.of(
                "三员分立:须有只任%1$s、全区范围且无期限的账号",
                "Administrators are kept apart: there must be an account with the duty \"%2$s\" and no other, for the"
                        + " whole district and without end",
                title.zh(),
                title.en()));
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the administrators are kept apart and these grants mix their duties */
    void requireOneDuty(Tx tx, List<Grant> grants) {
        if (new StateStore(tx.connection()).separated()) {
            requireOneDuty(catalogue.duties(grants.stream()
                    .filter(grant -> !grant.hasEnded(units.today()))
                    .map(Grant::role)
                    .toList()));
        }
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the administrators are kept apart and the role mixes their duties, or gets or loses one while somebody holds it */
    void requireOneDuty(Tx tx, Role before, Role after, long grants) {
        if (!new StateStore(tx.connection()).separated()) {
            return;
        }
        Set<Duty> duties = catalogue.duties(List.of(after));
        requireOneDuty(duties);
        if (grants > 0 && !duties.equals(catalogue.duties(List.of(before)))) {
            throw Problem.conflict(
                    Text.of(
                            "三员分立:角色的管理职责不能在授予期间改变,须先收回授权",
                            "Administrators are kept apart: a role cannot get or lose a duty while it is granted, revoke it first"));
        }
    }

    private static void requireOneDuty(Set<Duty> duties) {
        if (duties.size() > 1) {
            throw Problem.conflict(Text.of(
                    "三员分立:系统管理、安全管理、安全审计不能由同一角色或账号兼任",
                    "Administrators are kept apart: no role and no account has more than one of their duties"));
        }
    }

    private Standing standing(Tx tx) {
        return new Standing(new StateStore(tx.connection()).separated(), holders(tx));
    }

    private Map<Duty, Set<String>> holders(Tx tx) {
        Map<Duty, Set<String>> holders = new EnumMap<>(Duty.class);
        Map<String, List<Role>> roles = new TreeMap<>(new GrantStore(tx.em()).everywhere(units.today()));
        roles.forEach((account, held) -> {
            Set<Duty> duties = catalogue.duties(held);
            if (duties.size() == 1) {
                holders.computeIfAbsent(duties.iterator().next(), duty -> new TreeSet<>())
                        .add(account);
            }
        });
        return holders;
    }
}
