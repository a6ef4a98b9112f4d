package org.gridloom.platform.assembly.internal;

import java.util.Map;
import java.util.TreeMap;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;

/** A section of texts by key; {@code bad} is refused when it is read, {@code late} when it is written. */
final class Drawer implements AssemblySection {

    final Map<String, String> records = new TreeMap<>();
    private final String key;
    private final int order;
    private final Transactions transactions;
    private Map<String, String> written;

    Drawer(String key, int order, Transactions transactions) {
        this.key = key;
        this.order = order;
        this.transactions = transactions;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Object export() {
        return new TreeMap<>(records);
    }

    @Override
    public Object check(AssemblyPart part) {
        Map<String, Object> wanted = new TreeMap<>();
        part.entries().forEach((name, value) -> {
            if (value.text().equals("bad")) {
                value.fault(Text.of("不行", "is bad"));
            }
            wanted.put(name, value.text());
        });
        return wanted;
    }

    /** As of a transaction: what is rolled back never holds. */
    @Override
    public void apply(Object wanted) {
        written = new TreeMap<>();
        ((Map<?, ?>) wanted).forEach((name, value) -> written.put(name.toString(), value.toString()));
        transactions.run(
                tx -> tx.audit(AuditEntry.created("drawer.filled", "drawer/" + key, null, Map.of("now", written))));
        written.forEach((name, value) -> AssemblyPart.at(key, () -> {
            if (value.equals("late")) {
                throw Problem.invalid(name, Text.of("太晚", "is late"));
            }
            return null;
        }));
    }

    @Override
    public void applied() {
        if (written != null) {
            records.clear();
            records.putAll(written);
            written = null;
        }
    }
}
