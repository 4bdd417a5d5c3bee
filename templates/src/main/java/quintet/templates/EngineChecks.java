package quintet.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quintet.core.CheckMessage;
import quintet.templates.internal.Standard;

/** Settings of an engine that contradict each other. */
final class EngineChecks {
    private EngineChecks() {}

    static List<CheckMessage> of(List<String> libraries, boolean standard, String stringIfInvalid) {
        List<CheckMessage> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : libraries) {
            if (!seen.add(name)) {
                found.add(CheckMessage.warning(
                        "templates.W003",
                        "'" + name + "' is used for several template tag libraries; the last one counts.",
                        "Give each library a name of its own.",
                        null));
            } else if (standard && Standard.libraries().containsKey(name)) {
                found.add(CheckMessage.warning(
                        "templates.W003",
                        "'" + name + "' is used for a library of this site and for one of Quintet's; yours counts.",
                        "Rename yours, or leave Quintet's out with standardLibraries(false).",
                        null));
            }
        }
        if (stringIfInvalid.replace("%s", "").indexOf('%') >= 0) {
            found.add(CheckMessage.error(
                    "templates.E002",
                    "stringIfInvalid is '" + stringIfInvalid + "': a percent sign stands only in %s, for the name.",
                    "Write %s or leave the percent sign out.",
                    null));
        }
        return found;
    }
}
