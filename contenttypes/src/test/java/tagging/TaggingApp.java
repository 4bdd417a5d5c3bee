package tagging;

import quintet.core.App;

/** The tests' app. */
public final class TaggingApp extends App {}
