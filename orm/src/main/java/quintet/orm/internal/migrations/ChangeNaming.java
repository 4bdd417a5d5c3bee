package quintet.orm.internal.migrations;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationQuestions;
import quintet.orm.Operation;

/** Numbers and names new migrations and connects them to those that exist. */
public final class ChangeNaming {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)(_squashed_([0-9]+))?.*");
    private static final int LONGEST = 52;

    private final Map<String, Dependency> leaves;
    private final MigrationQuestions questioner;

    ChangeNaming(Map<String, Dependency> leaves, MigrationQuestions questioner) {
        this.leaves = leaves;
        this.questioner = questioner;
    }

    Map<String, List<Change>> arrange(Map<String, List<Change>> changes, String name) {
        Map<Dependency, Dependency> names = new HashMap<>();
        Map<String, List<Change>> named = new LinkedHashMap<>();
        changes.forEach((app, migrations) -> {
            Dependency leaf = leaves.get(app);
            if (leaf == null && !questioner.initial(app)) {
                migrations.forEach(m -> names.put(new Dependency(app, m.name()), new Dependency(app, "__first__")));
                return;
            }
            int number = leaf == null ? 1 : number(leaf.name()) + 1;
            List<Change> done = new ArrayList<>();
            for (Change migration : migrations) {
                boolean first = done.isEmpty();
                Change placed = migration;
                if (first && leaf != null) {
                    List<Dependency> dependencies = new ArrayList<>(migration.dependencies());
                    dependencies.add(leaf);
                    placed = migration.depending(List.copyOf(dependencies));
                }
                String ending =
                        !name.isEmpty() ? name : first && leaf == null ? "initial" : cut(suggest(placed.operations()));
                String full = String.format(Locale.ROOT, "%04d_%s", number++, ending);
                names.put(new Dependency(app, migration.name()), new Dependency(app, full));
                done.add(placed.named(full, leaf == null));
            }
            named.put(app, done);
        });
        named.replaceAll((app, migrations) -> migrations.stream()
                .map(m -> m.depending(m.dependencies().stream()
                        .map(d -> names.getOrDefault(d, d))
                        .toList()))
                .toList());
        return named;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), 100));
    }

    /** Only the wanted apps, and what they need. */
    static Map<String, List<Change>> trim(Map<String, List<Change>> changes, Set<String> apps) {
        if (apps.isEmpty()) {
            return changes;
        }
        Set<String> wanted = new TreeSet<>(apps);
        Deque<String> open = new ArrayDeque<>(apps);
        while (!open.isEmpty()) {
            for (Change change : changes.getOrDefault(open.remove(), List.of())) {
                for (Dependency dependency : change.dependencies()) {
                    if (wanted.add(dependency.app())) {
                        open.add(dependency.app());
                    }
                }
            }
        }
        Map<String, List<Change>> result = new LinkedHashMap<>(changes);
        result.keySet().retainAll(wanted);
        return result;
    }

    /** The number a migration's name starts with, or 0; a squashed one counts with its last number. */
    public static int number(String name) {
        Matcher matcher = NUMBER.matcher(name);
        if (!matcher.matches()) {
            return 0;
        }
        return Integer.parseInt(matcher.group(3) != null ? matcher.group(3) : matcher.group(1));
    }

    /** A name from what the operations do, without a number. */
    public static String suggest(List<Operation> operations) {
        List<String> parts = operations.stream()
                .map(OperationText::nameFragment)
                .filter(part -> part != null && !part.isEmpty())
                .map(part -> part.replaceAll("\\W+", "_"))
                .toList();
        if (parts.isEmpty() || parts.size() != operations.size()) {
            return "auto_"
                    + LocalDateTime.now(java.time.ZoneId.systemDefault())
                            .format(DateTimeFormatter.ofPattern("yyyyMMdd_HHmm"));
        }
        String name = parts.getFirst();
        for (String part : parts.subList(1, parts.size())) {
            String longer = name + "_" + part;
            if (longer.length() > LONGEST) {
                return name + "_and_more";
            }
            name = longer;
        }
        return name;
    }
}
