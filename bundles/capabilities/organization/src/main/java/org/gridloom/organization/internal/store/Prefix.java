package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The first part of a code, to group by.
 *
 * @param code expression of the code
 */
record Prefix(String code, int length) {

    /**
     * Counts rows by the prefix.
     *
     * @param alias what is counted
     * @param from where it is found and under which conditions
     * @param others what else to group by; they follow the prefix in the answer, the number comes last
     */
    TypedQuery<Object[]> count(EntityManager em, String alias, String from, String... others) {
        List<String> groups = new ArrayList<>(List.of("substring(" + code + ", 1, " + length + ")"));
        groups.addAll(List.of(others));
        String by = String.join(", ", groups);
        return em.createQuery("select " + by + ", count(" + alias + ")" + from + " group by " + by, Object[].class)
                // Bound, the lengths would be parameters, and PostgreSQL would not see that both prefixes are the same.
                .setHint("eclipselink.jdbc.bind-parameters", "false");
    }
}
