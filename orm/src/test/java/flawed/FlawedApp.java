package flawed;

import quintet.core.App;

/** Models with mistakes. */
public final class FlawedApp extends App {}
