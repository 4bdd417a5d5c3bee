package quintet.conform.ormsql.lab2;

import quintet.core.App;

/** The recording's app {@code lab2}. */
public final class Lab2App extends App {}
