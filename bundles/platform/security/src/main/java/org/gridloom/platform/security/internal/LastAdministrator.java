package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/** Somebody must always be able to do everything. */
final class LastAdministrator {

    private LastAdministrator() {}

    /** @throws Problem {@link Problem.Kind#CONFLICT} if nobody is left */
    static void keepOne(Tx tx, LocalDate today) {
        keep(!new GrantStore(tx.em()).administrators(today).isEmpty());
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the account is an administrator and there is no other */
    static void keepAnotherThan(Account account, Tx tx, LocalDate today) {
        keep(!new GrantStore(tx.em()).administrators(today).equals(List.of(account.name())));
    }

    private static void keep(boolean left) {
        if (!left) {
            throw Problem.conflict(
                    Text.of(
                            "这是最后一个管理员,须先指定另一个无期限的全区管理员",
                            "This is the last administrator: appoint another one first, for the whole district and without end"));
        }
    }
}
