package press;

import quintet.core.App;

/** The press. */
public final class PressApp extends App {}
