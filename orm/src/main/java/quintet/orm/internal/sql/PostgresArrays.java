package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.orm.FieldMeta;

/**
 * The rows of an INSERT as one array for each column, for {@code INSERT ... SELECT * FROM UNNEST(...)}: the statement has the same text
 * whatever the number of rows, and the server reads a handful of parameters instead of thousands.
 */
final class PostgresArrays extends ArrayParameters {
    private final PreparedStatement statement;
    private final List<String> types;
    private final @Nullable Object[] columns;
    private final int rows;
    private int column;
    private int row;

    PostgresArrays(PreparedStatement statement, List<String> types, int rows) {
        this.statement = statement;
        this.types = types;
        this.columns = new Object[types.size()];
        this.rows = rows;
    }

    /**
     * The type of a column's array, without lengths and digits: a cast to {@code varchar(10)} would cut silently what the column itself
     * refuses. Null for columns whose values are no plain array elements.
     */
    private static @Nullable String type(FieldMeta field) {
        if (!field.owner().options().isManaged()) {
            return null; // the column may have any type that takes the value
        }
        FieldMeta target = field;
        while (target.isReference()) {
            target = target.targetField();
        }
        FieldKind kind = target.kind();
        return switch (kind) {
            case CHAR, TEXT, SLUG, EMAIL, URL, FILE, IMAGE, FILE_PATH -> "text";
            case UUID -> "uuid";
            case BOOLEAN -> "bool";
            case INTEGER, BIG_INTEGER, SMALL_INTEGER -> "int8";
            case POSITIVE_INTEGER, POSITIVE_BIG_INTEGER, POSITIVE_SMALL_INTEGER -> "int8";
            case AUTO, BIG_AUTO, SMALL_AUTO -> "int8";
            case FLOAT -> "float8";
            case DECIMAL -> "numeric";
            case DATE -> "date";
            case DATETIME -> "timestamptz";
            case TIME -> "time";
            case DURATION -> "interval";
            case IP_ADDRESS -> "inet";
            default -> null;
        };
    }

    /** The types of columns; empty if one of them cannot be sent so. */
    static List<String> types(List<FieldMeta> fields) {
        List<String> types = new ArrayList<>(fields.size());
        for (FieldMeta field : fields) {
            String type = type(field);
            if (type == null) {
                return List.of();
            }
            types.add(type);
        }
        return types;
    }

    private void next() {
        if (++column == columns.length) {
            column = 0;
            row++;
        }
    }

    private void put(@Nullable Object value) {
        Object kept = columns[column];
        if (kept instanceof long[] longs) {
            columns[column] = kept = boxed(longs, row);
        } else if (kept == null) {
            columns[column] = kept = new Object[rows];
        }
        ((@Nullable Object[]) kept)[row] = value;
        next();
    }

    private Object[] boxed(long[] longs, int filled) {
        Object[] objects = new Object[rows];
        for (int i = 0; i < filled; i++) {
            objects[i] = longs[i];
        }
        return objects;
    }

    @Override
    public void bind() throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            Object values = columns[i];
            statement.setObject(i + 1, values instanceof Object[] objects ? typed(types.get(i), objects) : values);
        }
    }

    /** As the driver sends it in binary. */
    private static Object[] typed(String type, @Nullable Object[] values) {
        return switch (type) {
            case "int8" -> Arrays.copyOf(values, values.length, Long[].class);
            case "float8" -> Arrays.copyOf(values, values.length, Double[].class);
            case "bool" -> Arrays.copyOf(values, values.length, Boolean[].class);
            default -> texts(values);
        };
    }

    private static @Nullable String[] texts(@Nullable Object[] values) {
        @Nullable String[] texts = new String[values.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = values[i] == null ? null : values[i].toString();
        }
        return texts;
    }

    @Override
    public void none() {
        put(null);
    }

    @Override
    public void text(@Nullable String value) {
        put(value);
    }

    @Override
    public void int64(long value) {
        Object kept = columns[column];
        if (kept == null) {
            columns[column] = kept = new long[rows];
        }
        if (kept instanceof long[] longs) {
            longs[row] = value;
            next();
        } else {
            put(value);
        }
    }

    @Override
    public void float64(double value) {
        put(value);
    }

    @Override
    public void bool(boolean value) {
        put(value);
    }

    @Override
    public void decimal(@Nullable BigDecimal value, int digits, int places) {
        BigDecimal fit = value != null && places >= 0 && value.scale() > places
                ? value.setScale(places, RoundingMode.HALF_UP)
                : value;
        put(fit == null ? null : fit.toPlainString());
    }

    @Override
    public void date(@Nullable LocalDate value) {
        put(value == null ? null : text(value, ""));
    }

    @Override
    public void time(@Nullable LocalTime value) {
        put(value == null ? null : value.toString());
    }

    @Override
    public void instant(@Nullable Instant value) {
        localDateTime(value == null ? null : LocalDateTime.ofInstant(value, ZoneOffset.UTC), "Z");
    }

    @Override
    public void localDateTime(@Nullable LocalDateTime value) {
        localDateTime(value, "");
    }

    private void localDateTime(@Nullable LocalDateTime value, String zone) {
        put(value == null ? null : text(value.toLocalDate(), " " + value.toLocalTime() + zone));
    }

    /** PostgreSQL counts years before our era by a word, and takes no sign before large ones. */
    private static String text(LocalDate date, String time) {
        int year = date.getYear();
        if (year > 0 && year <= 9999) {
            return date + time;
        }
        String digits = String.format(Locale.ROOT, "%04d", year > 0 ? year : 1 - year);
        String rest = String.format(Locale.ROOT, "-%02d-%02d", date.getMonthValue(), date.getDayOfMonth());
        return digits + rest + time + (year > 0 ? "" : " BC");
    }

    @Override
    public void duration(@Nullable Duration value) {
        put(value == null ? null : value.toString());
    }

    @Override
    public void uuid(@Nullable UUID value) {
        put(value == null ? null : value.toString());
    }

    @Override
    public void bytes(byte @Nullable [] value) {
        throw noElement("bytes");
    }

    @Override
    public void json(@Nullable Object value) {
        throw noElement("JSON");
    }

    @Override
    public void object(@Nullable Object value) {
        put(
                switch (value) {
                    case null -> null;
                    case Long number -> number;
                    case Integer number -> number.longValue();
                    case Short number -> number.longValue();
                    case Double number -> number;
                    case Boolean truth -> truth;
                    case BigDecimal number -> number.toPlainString();
                    default -> value.toString();
                });
    }

    private static IllegalStateException noElement(String what) {
        return new IllegalStateException("Columns of " + what + " are not sent as arrays.");
    }
}
