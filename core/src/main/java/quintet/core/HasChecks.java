package quintet.core;

import java.util.List;

/** An {@link App} with checks of its own. */
public interface HasChecks {
    /** The checks; called once when a site opens. */
    List<Check> checks();
}
