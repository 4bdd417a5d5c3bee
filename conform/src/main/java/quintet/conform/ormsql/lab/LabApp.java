package quintet.conform.ormsql.lab;

import quintet.core.App;

/** The recording's app {@code lab}. */
public final class LabApp extends App {}
