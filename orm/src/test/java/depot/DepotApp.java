package depot;

import quintet.core.App;

/** The depot. */
public final class DepotApp extends App {}
