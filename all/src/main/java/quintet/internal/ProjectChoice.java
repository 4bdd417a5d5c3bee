package quintet.internal;

import java.util.List;
import quintet.core.CommandError;
import quintet.http.Project;

/** Which project a command line is for: {@code --settings other.Project}, {@code QUINTET_SETTINGS}, else the main one. */
public final class ProjectChoice {
    private static final String OPTION = "--settings";
    private static final String VARIABLE = "QUINTET_SETTINGS";

    private ProjectChoice() {}

    /** The project that is meant. */
    public static Project of(Project main, List<String> args) {
        String name = named(args);
        if (name.isEmpty() || name.equals(main.getClass().getName())) {
            return main;
        }
        try {
            var constructor = Class.forName(name, true, main.getClass().getClassLoader())
                    .asSubclass(Project.class)
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ClassNotFoundException e) {
            throw new CommandError("There is no class '" + name + "' for " + OPTION
                    + ". Write the full name of a class that extends Project, as in "
                    + main.getClass().getName() + ".");
        } catch (ClassCastException e) {
            throw new CommandError("The class '" + name + "' given to " + OPTION + " does not extend Project.");
        } catch (ReflectiveOperationException e) {
            throw new CommandError("'" + name + "' needs a constructor without arguments that works: "
                    + (e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String named(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String argument = args.get(i);
            if (argument.equals("--")) {
                break;
            }
            if (argument.startsWith(OPTION + "=")) {
                return argument.substring(OPTION.length() + 1);
            }
            if (argument.equals(OPTION) && i + 1 < args.size()) {
                return args.get(i + 1);
            }
        }
        String variable = System.getenv(VARIABLE);
        return variable == null ? "" : variable.strip();
    }
}
