package library;

import quintet.core.App;

/** The tests' app. */
public final class LibraryApp extends App {}
