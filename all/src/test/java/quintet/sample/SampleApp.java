package quintet.sample;

import quintet.core.App;

/** An app with a command. */
public final class SampleApp extends App {}
