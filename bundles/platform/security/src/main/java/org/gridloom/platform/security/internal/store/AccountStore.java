package org.gridloom.platform.security.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.internal.Account;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Accounts in the database. */
public final class AccountStore {

    private static final String BIND = "eclipselink.jdbc.bind-parameters";

    private static final String BY_NAME = "select a from Account a where a.name = :name";

    private final EntityManager em;

    public AccountStore(EntityManager em) {
        this.em = em;
    }

    public Optional<Account> find(String name) {
        return entity(name).map(AccountEntity::toAccount);
    }

    /** Of these names those of accounts that may sign in. */
    public Set<String> enabled(Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                em.createQuery("select a.name from Account a where a.enabled = true and a.name in :names", String.class)
                        .setParameter("names", names)
                        .getResultList());
    }

    public Optional<String> passwordHash(String name) {
        return entity(name).map(AccountEntity::passwordHash);
    }

    public Account insert(String name, String displayName, String unit, Instant now, String hash, boolean mustChange) {
        AccountEntity entity = new AccountEntity(name, now);
        entity.describe(displayName, unit);
        entity.setPassword(hash, mustChange, now);
        em.persist(entity);
        return flushed(entity);
    }

    public Account describe(String name, String displayName, String unit) {
        AccountEntity entity = existing(name);
        entity.describe(displayName, unit);
        return flushed(entity);
    }

    public Account setEnabled(String name, boolean enabled) {
        AccountEntity entity = existing(name);
        entity.setEnabled(enabled);
        return flushed(entity);
    }

    public Account setPassword(String name, String hash, boolean mustChange, Instant now) {
        AccountEntity entity = existing(name);
        entity.setPassword(hash, mustChange, now);
        return flushed(entity);
    }

    /**
     * A part of the accounts whose home unit lies in the scope; those of the whole district only where that is
     * everywhere.
     *
     * @param text part of name or display name; null for all
     * @param enabled null for both
     */
    public Page<Account> list(UnitScope scope, String text, Boolean enabled, PageQuery query) {
        Conditions where = new Conditions().within("a.unit", scope).is("a.enabled", enabled);
        if (text != null && !text.isBlank()) {
            where.and("(a.name like :text escape '!' or lower(a.displayName) like :text escape '!')")
                    .with("text", "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%");
        }
        TypedQuery<AccountEntity> part = where.on(
                em.createQuery("select a from Account a" + where + " order by " + order(query), AccountEntity.class));
        TypedQuery<Long> total = where.on(em.createQuery("select count(a) from Account a" + where, Long.class));
        // Beside "like … escape" EclipseLink would write a boolean into the statement, as a number.
        part.setHint(BIND, "True");
        total.setHint(BIND, "True");
        List<Account> accounts =
                part.setFirstResult(query.offset()).setMaxResults(query.size()).getResultList().stream()
                        .map(AccountEntity::toAccount)
                        .toList();
        return Page.of(accounts, query, total::getSingleResult);
    }

    /** Names that begin with a text, in order. */
    public List<String> names(UnitScope scope, String prefix, int limit) {
        Conditions where = new Conditions()
                .within("a.unit", scope)
                .and("a.name like :prefix escape '!'")
                .with("prefix", escaped(prefix.toLowerCase(Locale.ROOT)) + "%");
        return where.on(em.createQuery("select a.name from Account a" + where + " order by a.name", String.class))
                .setMaxResults(limit)
                .getResultList();
    }

    private static String order(PageQuery query) {
        String wanted = query.sort().stream()
                .map(field -> field.startsWith("-") ? "a." + field.substring(1) + " desc, " : "a." + field + ", ")
                .collect(Collectors.joining());
        return wanted + "a.name";
    }

    private static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    private AccountEntity existing(String name) {
        return entity(name).orElseThrow();
    }

    private Optional<AccountEntity> entity(String name) {
        return em.createQuery(BY_NAME, AccountEntity.class).setParameter("name", name).getResultList().stream()
                .findFirst();
    }

    private Account flushed(AccountEntity entity) {
        em.flush();
        return entity.toAccount();
    }
}
