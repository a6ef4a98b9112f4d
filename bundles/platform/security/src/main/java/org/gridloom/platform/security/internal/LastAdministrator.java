package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/** Somebody must always be able to do everything. */
final class LastAdministrator {

    private LastAdministrator() {}

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the transaction would leave nobody */
    static void check(Tx tx, LocalDate today) {
        if (new GrantStore(tx.em()).administrators(today).isEmpty()) {
            throw Problem.conflict(
                    Text.of(
                            "这是最后一个管理员,须先指定另一个无期限的全区管理员",
                            "This is the last administrator: appoint another one first, for the whole district and without end"));
        }
    }
}
