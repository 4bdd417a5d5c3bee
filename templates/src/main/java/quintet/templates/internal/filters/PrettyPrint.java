package quintet.templates.internal.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Values;

/** Data over several lines where one is too long, dictionaries by key: {@code pprint}. */
final class PrettyPrint {
    private static final int WIDTH = 80;
    private static final int MAX_DEPTH = 60;

    private final Values values;

    PrettyPrint(Values values) {
        this.values = values;
    }

    String format(@Nullable Object value) {
        return format(value, 0, 0, 0);
    }

    private String format(@Nullable Object value, int indent, int allowance, int depth) {
        Object data = value == null ? null : values.evaluate(value);
        String line = line(data, depth);
        if (data == null || line.length() <= WIDTH - indent - allowance || depth > MAX_DEPTH) {
            return line;
        }
        return switch (values.kind(data)) {
            case MAP -> map((Map<?, ?>) data, indent, allowance, depth);
            case LIST, ARRAY -> list("[", values.list(data), "]", indent, allowance, depth);
            case TUPLE -> {
                List<?> items = values.list(data);
                yield list("(", items, items.size() == 1 ? ",)" : ")", indent, allowance, depth);
            }
            default -> line;
        };
    }

    private String line(@Nullable Object value, int depth) {
        if (value == null || depth > MAX_DEPTH) {
            return values.reprOf(value);
        }
        Kind kind = values.kind(value);
        if (kind == Kind.MAP) {
            List<String> parts = new ArrayList<>();
            sorted((Map<?, ?>) value)
                    .forEach(e -> parts.add(values.reprOf(e.getKey()) + ": " + line(e.getValue(), depth + 1)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (kind == Kind.LIST || kind == Kind.ARRAY) {
            List<String> parts = new ArrayList<>();
            values.list(value).forEach(item -> parts.add(line(item, depth + 1)));
            return "[" + String.join(", ", parts) + "]";
        }
        return values.reprOf(value);
    }

    private List<Map.Entry<?, ?>> sorted(Map<?, ?> map) {
        List<Map.Entry<?, ?>> all = new ArrayList<>(map.entrySet());
        Compare compare = new Compare(values);
        all.sort((a, b) -> {
            try {
                Integer order = compare.order(a.getKey(), b.getKey(), "<");
                return order == null ? 0 : order;
            } catch (RuntimeException e) {
                return values.typeName(a.getKey()).compareTo(values.typeName(b.getKey()));
            }
        });
        return all;
    }

    private String map(Map<?, ?> map, int indent, int allowance, int depth) {
        List<String> parts = new ArrayList<>();
        List<Map.Entry<?, ?>> all = sorted(map);
        for (int i = 0; i < all.size(); i++) {
            String key = values.reprOf(all.get(i).getKey()) + ": ";
            int room = i == all.size() - 1 ? allowance + 1 : 1;
            parts.add(key + format(all.get(i).getValue(), indent + 1 + key.length(), room, depth + 1));
        }
        return "{" + String.join(",\n" + " ".repeat(indent + 1), parts) + "}";
    }

    private String list(String open, List<?> items, String close, int indent, int allowance, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int room = i == items.size() - 1 ? allowance + close.length() : 1;
            parts.add(format(items.get(i), indent + 1, room, depth + 1));
        }
        return open + String.join(",\n" + " ".repeat(indent + 1), parts) + close;
    }
}
