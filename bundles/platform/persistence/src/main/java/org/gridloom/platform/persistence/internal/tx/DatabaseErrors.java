package org.gridloom.platform.persistence.internal.tx;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.exceptions.ValidationException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what the database and EclipseLink throw into words of our own. Their messages print row values, so neither they
 * nor exceptions that carry them leave the transaction.
 */
public final class DatabaseErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseErrors.class);
    private static final String UNIQUE = "23505";
    /** Both databases put it first in quotation marks, H2 with its table, columns and values in brackets behind it. */
    private static final Pattern INDEX = Pattern.compile("\"([\\w. ]+)");
    /** PostgreSQL and H2; H2 tells a missing parent from a row still in use. */
    private static final Set<String> FOREIGN_KEY = Set.of("23503", "23506");
    /** Serialization failure, deadlock, lock or statement time-out; H2's concurrent update. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00", "57014", "90131");
    /** PostgreSQL shutting down or starting up; H2 closed. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "90067", "90098", "90121", "90020");

    private static final int DEEPEST = 50;

    private DatabaseErrors() {}

    /** The exception itself where no database has a part in it, otherwise a {@link Problem} or {@link DatabaseFailure}. */
    public static RuntimeException clean(RuntimeException thrown) {
        if (thrown instanceof Problem || thrown instanceof DatabaseFailure) {
            return thrown;
        }
        Throwable cause = origin(thrown);
        if (cause == null) {
            return thrown;
        }
        RuntimeException clean = cause instanceof SQLException sql ? of(sql) : ofJpa(cause);
        clean.setStackTrace(thrown.getStackTrace());
        return clean;
    }

    /** Whether the database could not be reached, so that trying again may help. */
    public static boolean isAway(Throwable thrown) {
        return origin(thrown) instanceof SQLException sql && away(sql);
    }

    /** Never the driver's own words. */
    public static RuntimeException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (UNIQUE.equals(state)) {
            LOG.info("Refused as a duplicate by {}", index(e));
            return Problem.conflict(
                    Text.of("已有相同的记录,不能重复", "There is such a record already, it cannot be there twice"));
        }
        if (FOREIGN_KEY.contains(state)) {
            return Problem.conflict(
                    Text.of("所引用的记录不存在,或该记录仍被引用", "A record it refers to is not there, or others still refer to it"));
        }
        if (BUSY.contains(state)) {
            return new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of(
                            "数据库正忙(如他人正在修改相同记录),本次未写入任何内容,请重试",
                            "The database is busy, perhaps with others who change the same records; nothing was written,"
                                    + " please try again"));
        }
        if (away(e)) {
            return unavailable();
        }
        return failed("SQLState " + state + ", code " + e.getErrorCode(), e);
    }

    static Problem unavailable() {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                Text.of("数据库暂时不可用,请稍后重试", "The database is away for the moment, please try again"));
    }

    private static RuntimeException ofJpa(Throwable cause) {
        if (cause instanceof OptimisticLockException
                || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
            return new Problem(
                    Problem.Kind.CHANGED,
                    Text.of(
                            "记录已被他人修改,请重新读取后再改",
                            "Somebody else changed the record meanwhile: read it again, then change it"));
        }
        return failed("the persistence provider refused it", cause);
    }

    /** Whoever is told of the failure later on cannot see its reason any more. */
    private static DatabaseFailure failed(String reason, Throwable cause) {
        DatabaseFailure failure = new DatabaseFailure(reason, cause);
        LOG.warn(failure.getMessage());
        return failure;
    }

    /** Name only, never the values that clashed. */
    static String index(SQLException e) {
        Matcher name = INDEX.matcher(String.valueOf(e.getMessage()));
        return name.find() ? name.group(1) : "an index that the database does not name";
    }

    private static boolean away(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || AWAY.contains(state);
    }

    /**
     * The database's own exception in the chain, or EclipseLink's if there is none below it; null without either, and for
     * mistakes in a unit's mapping, whose messages name classes and columns only.
     */
    private static Throwable origin(Throwable thrown) {
        Throwable found = null;
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < DEEPEST; t = t.getCause(), depth++) {
            if (t instanceof SQLException) {
                return known((SQLException) t);
            }
            if (t instanceof ValidationException) {
                return null;
            }
            if (!(found instanceof OptimisticLockException)
                    && (t instanceof PersistenceException || t instanceof EclipseLinkException)) {
                found = t;
            }
        }
        return found;
    }

    /** A failed batch hides its reason behind the first exception. */
    private static SQLException known(SQLException e) {
        return e instanceof java.sql.BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
    }
}
