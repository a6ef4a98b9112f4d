package org.gridloom.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** What a column holds and how it stands in an archive, the same for each database. */
enum Kind {
    TEXT(Types.VARCHAR) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object of(JsonNode value) {
            return value.textValue();
        }
    },
    NUMBER(Types.BIGINT) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        }

        @Override
        Object of(JsonNode value) {
            return value.longValue();
        }
    },
    DECIMAL(Types.NUMERIC) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return string(row.getBigDecimal(column));
        }

        @Override
        Object of(JsonNode value) {
            return new BigDecimal(value.textValue());
        }
    },
    FLOAT(Types.DOUBLE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            double number = row.getDouble(column);
            return row.wasNull() ? null : number;
        }

        @Override
        Object of(JsonNode value) {
            // What is no finite number stands there as a text.
            return value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            boolean truth = row.getBoolean(column);
            return row.wasNull() ? null : truth;
        }

        @Override
        Object of(JsonNode value) {
            return value.booleanValue();
        }
    },
    DATE(Types.DATE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return string(row.getObject(column, LocalDate.class));
        }

        @Override
        Object of(JsonNode value) {
            return LocalDate.parse(value.textValue());
        }
    },
    DATE_TIME(Types.TIMESTAMP) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return string(row.getObject(column, LocalDateTime.class));
        }

        @Override
        Object of(JsonNode value) {
            return LocalDateTime.parse(value.textValue());
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }

        @Override
        Object of(JsonNode value) {
            return OffsetDateTime.parse(value.textValue());
        }
    },
    BYTES(Types.VARBINARY) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        Object of(JsonNode value) throws IOException {
            return value.binaryValue();
        }
    };

    private final int sqlType;

    Kind(int sqlType) {
        this.sqlType = sqlType;
    }

    int sqlType() {
        return sqlType;
    }

    /** The value as JSON has it, null where there is none. */
    abstract Object read(ResultSet row, int column) throws SQLException;

    /** The value as a driver takes it. */
    abstract Object of(JsonNode value) throws IOException;

    /** @param typeName PostgreSQL's driver calls a time with zone a timestamp */
    static Kind of(int sqlType, String typeName) {
        return switch (sqlType) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> NUMBER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> FLOAT;
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> "timestamptz".equals(typeName) ? INSTANT : DATE_TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.VARBINARY, Types.BINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> throw new IllegalStateException("No archive form for columns of type " + typeName);
        };
    }

    private static String string(Object value) {
        return value == null ? null : value.toString();
    }
}
